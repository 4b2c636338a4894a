import type { ToldInvoice, ToldTax } from './told.ts'

/**
 * Whether each sum that an invoice lets us check is right, to the cent: the rules BR-CO-10 to BR-CO-17 of EN 16931. Each line
 * may round its own VAT, which the tax rules allow, so that a rate may be half a cent a line away from its base.
 */
export function sumsAreRight({ sums, taxes, lines }: ToldInvoice): boolean {
  const { allowances = 0, charges = 0, net, vat = 0, total, prepaid = 0, rounding = 0, due } = sums
  const counted = lines.filter(({ counts }) => counts)
  const checks = [
    counted.length === 0 || sums.lines === sum(counted.map(({ cents }) => cents)),
    sums.lines === undefined || net === sums.lines - allowances + charges,
    taxes.length === 0 || vat === sum(taxes.map(({ amount }) => amount)),
    taxes.some(({ base }) => base === undefined) ||
      taxes.length === 0 ||
      net === sum(taxes.map(({ base = 0 }) => base)),
    taxes.every((tax) => taxIsRight(tax, Math.max(1, counted.length))),
    total === net + vat,
    // The profile MINIMUM says no amount paid already: what is due tells nothing of it.
    sums.lines === undefined || due === total - prepaid + rounding,
  ]
  return checks.every(Boolean)
}

/** Exactly, whatever the rate's decimals: |amount - base × rate| is at most half a cent for each that was rounded. */
function taxIsRight({ base, percent, amount }: ToldTax, rounded: number): boolean {
  const [, units, decimals = ''] = /^(\d{1,4})(?:\.(\d{1,8}))?$/.exec(percent ?? '') ?? []
  if (base === undefined || percent === undefined) return true
  if (units === undefined) return false
  const hundred = 100n * 10n ** BigInt(decimals.length)
  const away = BigInt(amount) * hundred - BigInt(base) * BigInt(units + decimals)
  return (away < 0n ? -away : away) * 2n <= hundred * BigInt(rounded)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
