import { plainWords } from '../formats/plain-words.ts'
import { thousandths } from '../meters/thousandths.ts'

/** How many litres a unit is; `undefined` for a unit that we do not know: nothing is guessed. */
export function litresOf(unit: unknown): 1 | 1000 | undefined {
  const plain = typeof unit === 'string' ? plainWords(unit) : ''
  if (/^(l|litres?)$/.test(plain)) return 1
  return /^m[3³]$/.test(plain) ? 1000 : undefined
}

/** 100 m³: no home uses as much in a day; a value above is a unit mistaken. In thousandths of a litre. */
const maxOfDay = 100_000_000

/** What was used in a day, in thousandths of a litre; `undefined` when it cannot be. */
export function readDayVolume(given: unknown, perUnit: 1 | 1000): number | undefined {
  const value = thousandths(given, perUnit)
  return value !== undefined && value <= maxOfDay ? value : undefined
}
