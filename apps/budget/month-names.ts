import { fold } from '../shared/i18n/fold.ts'

/** A month's names as people write them, by its number: `10` → `octobre oct. october oct`. */
export const monthNames: ReadonlyMap<string, readonly string[]> = new Map(
  Array.from({ length: 12 }, (_, at) => [
    String(at + 1).padStart(2, '0'),
    ['fr-FR', 'en-GB'].flatMap((locale) =>
      (['long', 'short'] as const).map((month) =>
        fold(new Date(Date.UTC(2000, at, 15)).toLocaleDateString(locale, { month, timeZone: 'UTC' })),
      ),
    ),
  ]),
)

const numbers = new Map(
  [...monthNames].flatMap(([number, names]) => names.map((name) => [bare(name), number] as const)),
)

/** The number of the month that a folded word names whole, with its full stop or without. */
export const monthNumber = (word: string): string | undefined => numbers.get(bare(word))

function bare(name: string): string {
  return name.replace(/\.$/, '')
}
