import { VocabError } from './errors.ts'

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/

/**
 * The canonical decimal of a number (XSD 1.1: no `+`, no exponent, no zero that says nothing), rounded to three
 * decimals: `"412"`, `"0.5"`. Throws VocabError `bad-decimal` beyond 12 digits before the point.
 */
export function decimal(value: number): string {
  if (!(Math.abs(value) < 1e12)) throw new VocabError('bad-decimal', 'Not a number of at most 12 digits')
  const text = value.toFixed(3).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

/** The number of a decimal's text. Throws VocabError `bad-decimal` for anything else. */
export function numberOf(text: string): number {
  if (!DECIMAL.test(text)) throw new VocabError('bad-decimal', 'Not a decimal')
  return Number(text)
}

/** The canonical text of any decimal's text, exactly, however long. Throws VocabError `bad-decimal`. */
export function canonicalDecimal(text: string): string {
  if (!DECIMAL.test(text)) throw new VocabError('bad-decimal', 'Not a decimal')
  const [units = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  const whole = units.replace(/^0+/, '') || '0'
  const rest = fraction.replace(/0+$/, '')
  const canonical = rest ? `${whole}.${rest}` : whole
  return text.startsWith('-') && canonical !== '0' ? `-${canonical}` : canonical
}
