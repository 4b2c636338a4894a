import type { Bilingual } from '../bilingual.ts'

/** The first language of ours in `ui_locales`: tags with spaces between, the preferred first (OpenID Connect Core §3.1.2.1). */
export function spokenLanguage(uiLocales: unknown): keyof Bilingual | undefined {
  if (typeof uiLocales !== 'string') return undefined
  const [, language] = /(?:^| )(fr|en)(?=[- ]|$)/i.exec(uiLocales) ?? []
  return language?.toLowerCase() as keyof Bilingual | undefined
}
