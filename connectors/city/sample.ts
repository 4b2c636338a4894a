import { seededRandom } from '../random.ts'

export interface CitySample {
  readonly seed: number
  readonly year: number
}

const children: readonly [string, ...string[]] = ['Léa', 'Noé']

/**
 * An invented household's year at the canteen (CSV, UTF-8): two children, four days a week outside of the holidays,
 * now and then a snack or an absence. The same arguments give the same bytes.
 */
export function citySample({ seed, year }: CitySample): Uint8Array {
  const random = seededRandom(seed * 10_000 + year)
  const price = random.between(95, 740)
  const rows: string[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at)
    if (![1, 2, 4, 5].includes(date.getUTCDay()) || isHoliday(date)) continue
    const day = date.toISOString().slice(0, 10).split('-').reverse().join('/')
    for (const child of children) {
      if (random.between(1, 20) > 1) rows.push(`${day};${child};Repas;${euros(price)}`)
      if (random.between(1, 10) === 1) rows.push(`${day};${child};Goûter;${euros(95)}`)
    }
  }
  return new TextEncoder().encode(
    `${['Date du repas;Enfant;Prestation;Montant (€)', ...rows].join('\r\n')}\r\n`,
  )
}

/** Roughly: two weeks at the turn of the year, in February, April and October, and July and August. */
function isHoliday(date: Date): boolean {
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()]
  if (month === 7 || month === 8) return true
  return (
    (month === 1 && day < 5) ||
    (month === 12 && day > 20) ||
    ([2, 10].includes(month) && day > 17) ||
    (month === 4 && day > 5 && day < 20)
  )
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',')
}
