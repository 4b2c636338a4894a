/** 10 MW: no home has it; a value above is a unit mistaken. */
const maxMilliWatts = 10_000_000_000

/** `412`, `412.5` or, in kilowatts, `4,030`, as integer milliwatts (or milliwatt-hours). `undefined` when it is none. */
export function readMilli(text: string, perUnit: 1 | 1000): number | undefined {
  const [, units, decimals = ''] = /^(\d{1,8})(?:[.,](\d{1,6}))?$/.exec(text) ?? []
  if (units === undefined) return undefined
  const micro = Number(units) * 1_000_000 + Number(decimals.padEnd(6, '0'))
  const milli = Math.round((micro * perUnit) / 1000)
  return milli <= maxMilliWatts ? milli : undefined
}

/** Average power over a step -> energy. Exact for the steps in use but 5 and 10 minutes, which round at 1 mWh. */
export function energyOf(milliWatts: number, minutes: number): number {
  return Math.round((milliWatts * minutes) / 60)
}
