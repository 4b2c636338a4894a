import { describe, expect, it } from 'vitest'
import { parseWellbeing } from './parse.ts'
import { SaidBefore } from './said-before.ts'

interface Entry {
  readonly type?: string
  readonly start?: string
  readonly end?: string
  readonly value?: string
  readonly created?: string
  readonly food?: string
}

function entry({
  type = 'StepCount',
  start = '08:00:00',
  end = start,
  value = '3',
  ...more
}: Entry = {}): string {
  const { created = '09:00:00', food = '' } = more
  const at = (time: string): string => `"2026-03-01 ${time} +0100"`
  const named = food === '' ? '' : `<MetadataEntry key="HKFoodType" value="${food}"/>`
  return `<Record type="HKQuantityTypeIdentifier${type}" sourceName="a" unit="u" creationDate=${at(created)} startDate=${at(start)} endDate=${at(end)} value="${value}">${named}</Record>`
}

const walk = entry({ end: '08:10:00' })
const fat = (food: string, created?: string): string =>
  entry({ type: 'DietaryFatTotal', value: '1.5', food, ...(created === undefined ? {} : { created }) })
const weight = (created: string): string => entry({ type: 'BodyMass', value: '80', created })

const read = (...entries: readonly string[]) =>
  parseWellbeing(Buffer.from(`<HealthData>\n${entries.join('\n')}\n</HealthData>`)).map((row) =>
    row.type === 'measure' ? [row.measure, row.samples, row.sum] : [],
  )

describe('an entry that is told again', () => {
  it('is one, whatever stands between', () => {
    expect(read(walk, fat('Crackers'), walk, entry({ type: 'HeartRate' }), walk)).toContainEqual([
      'StepCount',
      1,
      3,
    ])
  })

  it('is one at another time of writing: nobody walks twice in one span', () => {
    expect(read(walk, entry({ end: '08:10:00', created: '10:00:00' }))).toEqual([['StepCount', 1, 3]])
  })

  it('is one of the second of two exports in a file', () => {
    const whole = [walk, fat('Crackers'), fat('Smoothie'), weight('09:00:00')]
    expect(read(...whole, ...whole)).toEqual(read(...whole))
  })
})

describe('twins', () => {
  it.each([
    ['two foods', [fat('Crackers'), fat('Smoothie')]],
    ['a food noted twice', [fat('Crackers'), fat('Crackers', '09:00:01')]],
  ])('survive: %s of one moment and one figure', (_, entries) => {
    expect(read(...entries)).toEqual([['DietaryFatTotal', 2, 3]])
  })

  it('are one where nothing adds up: a weight is what it is', () => {
    expect(read(weight('09:00:00'), weight('10:00:00'))).toEqual([['BodyMass', 1, 80]])
  })
})

describe('what is remembered', () => {
  it('has an end, and a file beyond it is refused rather than counted twice', () => {
    const before = new SaidBefore(2)
    expect(['a', 'b', 'a'].map((text) => before.has(text, 1))).toEqual([false, false, true])
    expect(() => before.has('c', 7)).toThrow(expect.objectContaining({ code: 'too-many-records', line: 7 }))
  })
})
