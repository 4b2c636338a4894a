/** An axis from zero: `ticks` evenly spaced, the last is `max` and at least the greatest value. */
export interface Scale {
  readonly max: number
  readonly ticks: readonly number[]
}

/** A scale in round steps (1, 2, 2.5 or 5 times a power of ten) of three to five intervals. Bars always start at zero. */
export function niceScale(greatest: number): Scale {
  if (!(greatest > 0) || !Number.isFinite(greatest)) return { max: 1, ticks: [0, 1] }
  const power = 10 ** Math.floor(Math.log10(greatest / 4))
  const step =
    [1, 2, 2.5, 5, 10].map((it) => it * power).find((it) => it * 5 >= greatest * 1.0001) ?? 10 * power
  const count = Math.max(1, Math.ceil(greatest / step - 1e-9))
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)))
  return { max: ticks.at(-1) ?? greatest, ticks }
}
