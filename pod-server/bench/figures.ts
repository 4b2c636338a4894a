/** Prints what was measured: nothing here judges it. Seconds. */
export function printFigures(title: string, goal: number, seconds: readonly number[]): void {
  printNumbers(title, goal, seconds, 's')
}

export function printNumbers(title: string, goal: number, values: readonly number[], unit: string): void {
  const sorted = [...values].sort((one, other) => one - other)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const show = (value: number | undefined) => (value ?? Number.NaN).toFixed(2).padStart(8)
  const line = [show(sorted[0]), show(median), show(sorted.at(-1))].join(' ')
  console.log(
    `${title.padEnd(72)} ${line}   (${sorted.length} runs, ${unit}${Number.isNaN(goal) ? '' : `, goal ${goal}`})`,
  )
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
