const shape = /^([+\-\u2212]?)\s?(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,13})(?:,(\d{1,2}))?$/

/**
 * A French amount (`-45,50`, `+3500,00`, `1 234,5`, `45`) as integer cents; `undefined` when it is not one. A comma is
 * the decimal mark, and a blank of any of the three kinds stands between thousands: `1.234,50` and `12 34,50` are refused.
 */
export function readFrenchCents(text: string): number | undefined {
  const [, sign, whole, decimals = ''] = shape.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  const digits = whole.replace(/\D/g, '')
  if (digits.length > 13) return undefined
  const cents = Number(digits) * 100 + Number(decimals.padEnd(2, '0'))
  return sign === '' || sign === '+' || cents === 0 ? cents : -cents
}
