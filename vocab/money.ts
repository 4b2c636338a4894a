import { VocabError } from './errors.ts'

const AMOUNT = /^([+-]?)(\d{1,13})(?:\.(\d{1,2})0*)?$/

/**
 * The integer cents of an exact decimal: `"-12.3"` is -1230.
 * Up to 13 digits before the point, and nothing below the cent; otherwise throws VocabError `bad-decimal`.
 */
export function cents(decimalText: string): number {
  const [, sign, units, fraction = ''] = AMOUNT.exec(decimalText) ?? []
  if (units === undefined) throw new VocabError('bad-decimal', 'Not an amount of at most two decimals')
  const amount = Number(units) * 100 + Number(fraction.padEnd(2, '0'))
  return sign === '-' && amount !== 0 ? -amount : amount
}

/**
 * The canonical decimal of integer cents (XSD 1.1: no `+`, no zero that says nothing): `"12.34"`, `"-0.5"`, `"45"`.
 * Throws VocabError `bad-decimal` for what is not a safe integer of at most 15 digits.
 */
export function decimalText(cents: number): string {
  if (!isCents(cents)) throw new VocabError('bad-decimal', 'Not a whole number of cents')
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}${fraction && `.${fraction}`}`
}

export function isCents(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(value as number) < 1e15
}
