import { addDays, daysBetween } from '../meters/day.ts'
import { seededRandom } from '../random.ts'

/** Cubic metres a day that heating takes, by month, in a flat of 80 m² in Lyon; cooking and hot water come on top. */
const heating = [9, 8, 5, 3, 1, 0, 0, 0, 0, 2, 6, 9] as const

export interface GasSample {
  readonly seed: number
  readonly year: number
}

/**
 * A year of invented daily readings, as GRDF's customer site gives them: whole cubic metres, and one day in August without
 * a reading. The same arguments give the same bytes.
 */
export function gasSample({ seed, year }: GasSample): Uint8Array {
  const random = seededRandom(seed * 10_000 + year)
  const pce = String(70_000_000 + seed).padStart(14, '0')
  let index = 10_000 + random.between(0, 3000)
  const releves = Array.from({ length: daysBetween(`${year}-01-01`, `${year + 1}-01-01`) }, (_, at) => {
    const day = addDays(`${year}-01-01`, at)
    const month = Number(day.slice(5, 7)) - 1
    const volume = random.between(1, 2) + Math.round(((heating[month] ?? 0) * random.between(60, 140)) / 100)
    const conversion = 11 + random.between(0, 25) / 100
    const isAbsent = day === `${year}-08-10`
    const indexDebut = index
    index += volume
    return {
      journeeGaziere: day,
      dateDebutReleve: `${day}T06:00:00+00:00`,
      dateFinReleve: `${addDays(day, 1)}T06:00:00+00:00`,
      indexDebut: isAbsent ? null : indexDebut,
      indexFin: isAbsent ? null : index,
      volumeBrutConsomme: isAbsent ? null : volume,
      coeffConversion: isAbsent ? null : conversion,
      energieConsomme: isAbsent ? null : Math.round(volume * conversion),
      temperature: null,
      qualificationReleve: isAbsent ? 'Absence de Données' : 'Mesuré',
      natureReleve: isAbsent ? null : 'Informative Journalier',
    }
  })
  return new TextEncoder().encode(`${JSON.stringify({ [pce]: { idPce: pce, releves } }, null, 1)}\n`)
}
