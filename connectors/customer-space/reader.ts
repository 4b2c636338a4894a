import { frenchSpaces } from '#vocab/french-spaces'
import type { Bilingual } from '../errors.ts'

export type Language = 'fr' | 'en'

/** Whoever reads a page of the site: in which language, and where it is, to come back to it in the other one. */
export interface Reader {
  readonly language: Language
  readonly path: string
}

const name = 'language'

/** As they chose here, else as their browser asks (RFC 9110 §12.5.4), else French. Pure. */
export function languageOf(cookies: string | undefined, accepted: string | undefined): Language {
  const [, chosen] = new RegExp(`(?:^|;\\s*)${name}=(fr|en)(?:;|$)`).exec(cookies ?? '') ?? []
  if (chosen !== undefined) return chosen as Language
  const known = (accepted ?? '')
    .slice(0, 1000)
    .split(',')
    .map((it) => {
      const [tag = '', weight] = it
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return { language: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ language, weight }) => (language === 'fr' || language === 'en') && weight > 0)
  const [best] = known.sort((one, other) => other.weight - one.weight)
  return (best?.language as Language | undefined) ?? 'fr'
}

/** The cookie that keeps a choice, for a year. */
export const languageCookie = (language: Language, isSecure: boolean): string =>
  `${name}=${language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`

export const said = ({ fr, en }: Bilingual, { language }: Pick<Reader, 'language'>): string =>
  language === 'fr' ? frenchSpaces(fr) : en
