/**
 * Whether a double keeps all that a JSON number says: `12.34`, but neither `12.340000000000000001` nor `1e-400`. A double that
 * was written to 17 digits (`31.300000000000001`) is that double.
 */
export function isKeptExactly(word: string, number: number): boolean {
  // Fifteen digits always come back as they went.
  if (word.length <= 16 && !/e/i.test(word)) return true
  const said = canonical(word)
  return said === canonical(String(number)) || said === canonical(number.toPrecision(17))
}

/** Digits without zeros at their ends, and the power of ten of the last. */
function canonical(word: string): string {
  const [mantissa = '', power = '0'] = word.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = (whole + fraction).replace(/^-?0*/, '')
  const bare = digits.replace(/0+$/, '')
  return bare === '' ? '0' : `${bare}e${Number(power) - fraction.length + digits.length - bare.length}`
}
