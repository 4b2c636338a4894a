import { readFile } from 'node:fs/promises'
import { packageRoot } from '../package-root.ts'
import { localClock } from '../time/paris-time.ts'

/** One real home's year, 2011-07 to 2012-06, in kWh a half hour (see fixtures/ATTRIBUTION.md). */
const source = 'connectors/electricity/fixtures/ausgrid-customer12-2011-2012.csv'
const halfHour = 1_800_000

/**
 * A real year of half hours, told as Enedis' DataConnect would tell it of a calendar year in France: the source's
 * half hours in order, average power in whole watts, local stamps at the end of each step. 46 points on the day
 * that loses an hour, 50 on the day that gains one. The same days give the same bytes.
 *
 * @param until the last day, `2026-10-31`: each year that begins before it is the same one again; without it, one year.
 */
export async function electricitySample(year: number, until = `${year}-12-31`): Promise<string> {
  const watts = await readWatts()
  const end = new Date(Date.parse(until) + 48 * halfHour).toISOString().slice(0, 10)
  const readings: string[] = []
  for (let at = year; at <= Number(until.slice(0, 4)); at += 1) {
    const first = Date.UTC(at, 0, 1) - 3_600_000
    const count = (Date.UTC(at + 1, 0, 1) - Date.UTC(at, 0, 1)) / halfHour
    watts.slice(0, count).forEach((watt, index) => {
      const date = new Date(localClock(first + (index + 1) * halfHour))
        .toISOString()
        .slice(0, 19)
        .replace('T', ' ')
      if (date > `${end} 00:00:00`) return
      readings.push(
        JSON.stringify({ value: String(watt), date, interval_length: 'PT30M', measure_type: 'B' }),
      )
    })
  }
  return `{
  "meter_reading": {
    "usage_point_id": "00000000000012",
    "start": "${year}-01-01",
    "end": "${end}",
    "quality": "BRUT",
    "reading_type": { "unit": "W", "measurement_kind": "power", "aggregate": "average" },
    "interval_reading": [
      ${readings.join(',\n      ')}
    ]
  }
}
`
}

/** kWh over half an hour -> watts on average: twice a thousand times. */
async function readWatts(): Promise<number[]> {
  const [, ...rows] = (await readFile(new URL(source, packageRoot()), 'utf8')).trimEnd().split('\n')
  return rows.map((row) => Math.round(Number(row.split(',')[1]) * 2000))
}
