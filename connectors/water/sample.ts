import { addDays, daysBetween } from '../meters/day.ts'
import { seededRandom } from '../random.ts'

export interface WaterSample {
  readonly seed: number
  readonly year: number
}

/**
 * A year of an invented household of four, as Lyon's water service gives it: litres, months from zero, an estimated day now and
 * then, a week away in August, a leak in March. The same arguments give the same bytes.
 */
export function waterSample({ seed, year }: WaterSample): Uint8Array {
  const random = seededRandom(seed * 10_000 + year)
  let index = 400_000 + random.between(0, 200_000)
  const data = Array.from({ length: daysBetween(`${year}-01-01`, `${year + 1}-01-01`) }, (_, at) => {
    const day = addDays(`${year}-01-01`, at)
    const isAway = day >= `${year}-08-03` && day <= `${year}-08-09`
    const leak = day >= `${year}-03-17` && day <= `${year}-03-19` ? random.between(150, 220) : 0
    const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    const used = isAway ? 0 : random.between(280, 420) + (isWeekend ? random.between(40, 120) : 0)
    const consommation = used + leak
    index += consommation
    return {
      annee: year,
      mois: Number(day.slice(5, 7)) - 1,
      jour: Number(day.slice(8)),
      consommation,
      index,
      estime: random.between(1, 40) === 1,
      debitMin: leak === 0 ? 0 : random.between(6, 9),
      volumeEstimeFuite: leak,
    }
  })
  const unites = { consommation: 'l', index: 'l', debitMin: 'L/h', volumeEstimeFuite: 'l' }
  const text = JSON.stringify({ unites, postes: [{ libelle: 'toutes heures', data }] }, null, 1)
  return new TextEncoder().encode(`${text}\n`)
}
