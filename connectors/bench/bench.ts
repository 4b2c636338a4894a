// `npm run bench:connectors`: how fast each connector reads and plans. Writes figures.json, which CONNECTORS.md quotes.
import { writeFile } from 'node:fs/promises'
import { connectors } from '../registry.ts'
import { type Measured, measure } from './measure.ts'

const figures: Record<string, Measured> = {}
console.log(`${''.padEnd(20)}   records   parse MB/s   parse records/s   plan MB/s   plan records/s`)
for (const connector of connectors) {
  const measured = await measure(connector)
  figures[connector.id] = measured
  const { bytes, records, parseMs, planMs, file } = measured
  const show = (value: number, width: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(width)
  const [parse, plan] = [parseMs, planMs].map((ms) => [bytes / 1000 / ms, (records / ms) * 1000] as const)
  console.log(
    [
      connector.id.padEnd(20),
      show(records, 9),
      show(parse?.[0] ?? Number.NaN, 12),
      show(parse?.[1] ?? Number.NaN, 17),
      show(plan?.[0] ?? Number.NaN, 11),
      show(plan?.[1] ?? Number.NaN, 16),
      `  ${file}`,
    ].join(' '),
  )
}
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 10) / 10 : value
await writeFile(new URL('figures.json', import.meta.url), `${JSON.stringify(figures, rounded, 2)}\n`)
