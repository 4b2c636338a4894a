import { texts } from './error-texts.ts'

export type Lang = 'fr' | 'en'

export interface Bilingual {
  readonly fr: string
  readonly en: string
}

/** Stable: programs may test for it. */
export type ConnectorErrorCode = keyof typeof texts

/** Who must act: whoever runs the command or holds the file, the citizen, the partner who made it, or Traboule. */
export type Actor = 'you' | 'citizen' | 'partner' | 'us'

/** Where in the source. `record` is the ordinal (from 1) for sources written on one line. Never a value. */
export interface Where {
  readonly line?: number | undefined
  readonly record?: number | undefined
  readonly field?: string | undefined
  /** The bound that was passed, as text: `16 MiB`. */
  readonly limit?: string | undefined
}

const located = {
  fr: { line: 'ligne', record: 'élément', field: 'champ' },
  en: { line: 'line', record: 'record', field: 'field' },
} as const

/**
 * A refusal or a failure, in the words of the one who reads it. Neither the message nor any other
 * property ever holds a value of the file: only codes, counts, line numbers and names of fields.
 */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError'
  readonly code: ConnectorErrorCode
  readonly who: Actor
  readonly text: Bilingual
  readonly line: number | undefined
  readonly record: number | undefined
  readonly field: string | undefined

  /** @param said in place of the code's own sentence, where more can be named. */
  constructor(code: ConnectorErrorCode, where: Where = {}, said: Bilingual = texts[code]) {
    const { who } = texts[code]
    const { fr, en } = said
    const text = { fr: placed(fr, where, 'fr'), en: placed(en, where, 'en') }
    super(`${code}: ${text.en}`)
    this.code = code
    this.who = who
    this.text = text
    this.line = where.line
    this.record = where.record
    this.field = where.field
  }
}

/** The first sentence says what is wrong: where, and how much there may be, belongs to it. */
function placed(said: string, where: Where, lang: Lang): string {
  const names = located[lang]
  const parts = (['line', 'record', 'field'] as const).flatMap((part) =>
    where[part] === undefined ? [] : [`${names[part]} ${where[part]}`],
  )
  if (where.limit !== undefined) parts.push(bound(where.limit, lang))
  if (parts.length === 0) return said
  return said.replace(/\.(?=\s|$)/, () => ` (${parts.join(', ')}).`)
}

/** Mebibytes are called megabytes: nobody who splits a file asks by how little they differ. */
const bound = (limit: string, lang: Lang): string =>
  lang === 'fr'
    ? `${limit.replace(/ ([MG])iB$/, '\u00a0$1o')} au plus`
    : `${limit.replace(/ ([MG])iB$/, '\u00a0$1B')} at most`
