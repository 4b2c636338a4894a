import { frenchSpaces } from '#vocab/french-spaces'
import { language } from './language.ts'

/** A text in both languages. The server's problems and the vocabulary's labels have the same form. */
export interface Words {
  readonly fr: string
  readonly en: string
}

/** A text that depends on figures or names. */
export interface Phrase<A extends readonly unknown[]> {
  readonly fr: (...values: A) => string
  readonly en: (...values: A) => string
}

/** What a `messages.ts` holds: the compiler then knows that no text lacks a language. */
export type Messages = Readonly<Record<string, Words | Phrase<never>>>

/** The text in the language of the screen; French gets its no-break spaces, so write plain ones. */
export function t(message: Words): string
export function t<A extends readonly unknown[]>(message: Phrase<A>, ...values: A): string
export function t(message: Words | Phrase<unknown[]>, ...values: unknown[]): string {
  const said = message[language()]
  const text = typeof said === 'function' ? said(...values.map(apart)) : said
  return language() === 'fr' ? frenchSpaces(text) : text
}

/**
 * Letters from Hebrew on, of which many are written from the right: those beside them, and figures, would be put in their
 * order (UAX #9). Between an isolate and its end, whatever somebody calls themselves, the sentence reads on as it is.
 */
const apart = (value: unknown): unknown =>
  /[\u0590-\u1fff\u2c00-\uffff]/.test(String(value)) ? `\u2068${value}\u2069` : value
