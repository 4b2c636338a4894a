import { seededRandom } from '../random.ts'

export interface WellbeingSample {
  readonly seed: number
  readonly year: number
}

const phone = 'iPhone de Claire'
const watch = 'Apple\u00a0Watch de Claire'

/**
 * An invented citizen's year as Apple Health exports it: steps that a telephone and a watch both count, heart rates, sleep, and
 * weight on Mondays. Winter time all year, as one export tells it. The same arguments give the same bytes.
 */
export function wellbeingSample({ seed, year }: WellbeingSample): Uint8Array {
  const random = seededRandom(seed * 10_000 + year)
  const steps: string[] = []
  const hearts: string[] = []
  const others: string[] = []
  let weight = random.between(580, 820)
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    for (const hour of [8, 13, 18]) {
      const count = random.between(300, 4200)
      const begin = at + hour * 3_600_000
      steps.push(quantity('StepCount', phone, 'count', count, begin, begin + 1_800_000))
      const counted = count + random.between(-200, 300)
      steps.push(quantity('StepCount', watch, 'count', counted, begin + 1000, begin + 1_799_000))
      const beat = at + (hour * 60 + random.between(0, 59)) * 60_000
      hearts.push(quantity('HeartRate', watch, 'count/min', random.between(52, 148), beat, beat))
    }
    const asleep = at + random.between(20, 90) * 60_000
    const awake = asleep + random.between(330, 510) * 60_000
    const value = 'HKCategoryValueSleepAnalysisAsleepUnspecified'
    others.push(entry('HKCategoryTypeIdentifierSleepAnalysis', watch, '', value, asleep, awake))
    if (new Date(at).getUTCDay() !== 1) continue
    weight += random.between(-5, 5)
    const scale = at + 7 * 3_600_000
    others.push(quantity('BodyMass', phone, 'kg', weight / 10, scale, scale))
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE HealthData [',
    '<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>',
    ']>',
    '<HealthData locale="fr_FR">',
    ` <ExportDate value="${stamp(Date.UTC(year + 1, 0, 2))}"/>`,
    ...steps,
    ...hearts,
    ...others,
    '</HealthData>',
    '',
  ]
  return new TextEncoder().encode(lines.join('\n'))
}

function quantity(
  type: string,
  source: string,
  unit: string,
  value: number,
  start: number,
  end: number,
): string {
  return entry(`HKQuantityTypeIdentifier${type}`, source, ` unit="${unit}"`, String(value), start, end)
}

function entry(
  type: string,
  source: string,
  unit: string,
  value: string,
  start: number,
  end: number,
): string {
  const when = `creationDate="${stamp(end)}" startDate="${stamp(start)}" endDate="${stamp(end)}"`
  return ` <Record type="${type}" sourceName="${source}"${unit} ${when} value="${value}"/>`
}

function stamp(local: number): string {
  return `${new Date(local).toISOString().slice(0, 19).replace('T', ' ')} +0100`
}
