import type { Language } from './language.ts'

/** What may decide the language, strongest first. */
export interface LanguageHints {
  /** `?lang=` of the address: links between our own apps carry the choice. */
  readonly asked: string | null
  readonly saved: string | null
  /** The browser's list, as `navigator.languages`. */
  readonly preferred: readonly string[]
}

/** French unless something known says otherwise. */
export function pickLanguage({ asked, saved, preferred }: LanguageHints): Language {
  for (const hint of [asked, saved, ...preferred]) {
    const known = /^(fr|en)(?:-|$)/i.exec(hint ?? '')?.[1]
    if (known) return known.toLowerCase() as Language
  }
  return 'fr'
}
