import { beforeAll, describe, expect, it } from 'vitest'
import { connectors, recognise } from '../registry.ts'
import { type HouseholdFile, household } from './household.ts'

let files: readonly HouseholdFile[]
beforeAll(async () => {
  files = await household({ seed: 4, year: 2025 })
})

describe('a household’s year', () => {
  it('is of every kind of partner, in files that each connector knows as its own', () => {
    expect(files.map(({ bytes }) => recognise(bytes)?.connector.id)).toEqual(
      files.map(({ connector }) => connector),
    )
    expect(new Set(files.map(({ connector }) => connector))).toEqual(new Set(connectors.map(({ id }) => id)))
  })

  it('has files of names of their own, and is the same each time it is made', async () => {
    const names = files.map(({ connector, name }) => `${connector}/${name}`)
    expect(new Set(names).size).toBe(names.length)
    const again = await household({ seed: 4, year: 2025 })
    expect(again.map(({ bytes }, at) => Buffer.compare(bytes, files[at]?.bytes ?? bytes))).toEqual(
      files.map(() => 0),
    )
  })
})
