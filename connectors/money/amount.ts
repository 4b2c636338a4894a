const shape = /^([+-]?)(\d{1,13})(?:([.,])(\d{0,8}))?$/

/**
 * An OFX amount (`-13.50`, `+12`, `1234,5`) as integer cents; `undefined` when it is not one. A third
 * decimal is accepted only when it is zero: nothing is rounded. A comma before three digits may mean thousands.
 */
export function readCents(text: string): number | undefined {
  const [, sign, units = '', mark, decimals = ''] = shape.exec(text) ?? []
  if (mark === ',' && decimals.length === 3) return undefined
  if (sign === undefined || !/^0*$/.test(decimals.slice(2))) return undefined
  const cents = Number(units) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  return sign === '-' && cents !== 0 ? -cents : cents
}
