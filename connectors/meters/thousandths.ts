const maxUnits = 1_000_000_000_000

/**
 * A figure as the file writes it (`12`, `4,030`, `1 016`, a JSON number), in thousandths of a smaller unit:
 * `thousandths('0,408', 1000)` reads kilowatt-hours into thousandths of watt-hours. Below a thousandth it is rounded.
 * `undefined` when it is no figure, is negative, or has more than twelve digits.
 */
export function thousandths(given: unknown, perUnit: 1 | 1000): number | undefined {
  if (typeof given !== 'string' && typeof given !== 'number') return undefined
  const text =
    typeof given === 'number' ? plain(given) : given.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '')
  const [, units, decimals = ''] = /^(\d{1,12})(?:[.,](\d{1,20}))?$/.exec(text) ?? []
  if (units === undefined) return undefined
  const shift = perUnit === 1 ? 3 : 6
  const digits = decimals.slice(0, shift).padEnd(shift, '0')
  const whole = Number(units) * 10 ** shift + Number(digits) + (Number(decimals[shift] ?? 0) >= 5 ? 1 : 0)
  return whole < maxUnits * 1000 && Number.isSafeInteger(whole) ? whole : undefined
}

/** Never as `1e-7`. */
function plain(number: number): string {
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? number.toFixed(9).replace(/\.?0+$/, '') : ''
}
