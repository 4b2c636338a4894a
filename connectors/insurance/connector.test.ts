import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../testing/contract.ts'
import { insurance } from './connector.ts'
import { mendEuroSigns } from './euro-sign.ts'
import { mapInsurance } from './map.ts'
import { parseInsurance } from './parse.ts'
import { insuranceSample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const fixture = readFileSync(new URL('fixtures/contrats.json', folder))
const json = (...items: readonly object[]): Uint8Array =>
  new TextEncoder().encode(`[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`)
const policy = (more: object = {}): object => ({
  name: 'HAB',
  formuleBase: 'Habitation',
  montantTarifTtc: 226.74,
  startDate: '2019-09-01T00:00:00',
  societaire: '7654321',
  ...more,
})
const claim = (more: object = {}): object => ({
  docType: 'InsuranceClaim',
  type: 'Habitation',
  societaire: '7654321N',
  timestamp: '2025-07-20T19:00',
  ref: 'Z1',
  ...more,
})
const car = (plate: string): object => policy({ objects: { vehicule: [{ immatriculationVehicule: plate }] } })

contract({
  connector: insurance,
  folder,
  fixtures: ['contrats.json', 'sinistres.json'],
  overlap: {
    first: json({ contrat: [policy()] }, claim()),
    second: json({ contrat: [policy()] }, claim(), claim({ ref: 'Z2' })),
    added: 1,
  },
  correction: {
    before: json({ contrat: [policy(), car('ZZ-001-ZZ')] }),
    after: json({ contrat: [policy({ montantTarifTtc: 230 }), car('ZZ-001-ZZ')] }),
  },
  // Two cars insured on one day.
  twins: { file: json({ contrat: [car('ZZ-001-ZZ'), car('ZZ-002-ZZ')] }), records: 2 },
  refused: [
    { name: 'a file cut in the middle', bytes: fixture.subarray(0, 700), code: 'truncated', line: 21 },
    {
      name: 'a premium of thousandths',
      bytes: json({ contrat: [policy({ montantTarifTtc: 1.001 })] }),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a premium that is a range',
      bytes: json({ contrat: [policy({ montantTarifTtc: '1 à 2' })] }),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a start that is no day',
      bytes: json({ contrat: [policy({ startDate: '2019-02-30' })] }),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a policy of nobody',
      bytes: json({ contrat: [policy({ societaire: null })] }),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'a claim on something else',
      bytes: json(claim(), claim({ type: 'Bateau' })),
      code: 'bad-field',
      line: 3,
    },
    { name: 'a claim without a reference', bytes: json(claim({ ref: '' })), code: 'missing-field', line: 2 },
    {
      name: 'one claim on two days',
      bytes: json(claim(), claim({ timestamp: '2025-07-21T19:00' })),
      code: 'contradiction',
      line: 3,
    },
    {
      name: 'policies that are no list',
      bytes: json({ contrat: [policy()] }, { contrat: {} }),
      code: 'bad-field',
      line: 3,
    },
    { name: 'an item of another kind', bytes: json(claim(), { pret: {} }), code: 'unsupported', line: 3 },
    {
      name: 'a file that says only who somebody is',
      bytes: json({ societaire: { name: {} } }),
      code: 'empty',
    },
  ],
  secrets: ['7654321', 'ZZ-001-ZZ', 'CARMES', '226.74', 'EXEMPLE'],
})

describe('what an insurer holds', () => {
  it('leaves names, plates, addresses and bank accounts behind', () => {
    const { documents } = mapInsurance(parseInsurance(fixture), { container: 'https://pod.example/x/' })
    const said = documents.flatMap(({ nodes }) =>
      nodes.flatMap(({ quads }) => quads.map(({ object }) => object.value)),
    )
    for (const secret of ['ZZ-001', 'CARMES', 'EXEMPLE', 'FR76']) {
      expect(fixture.toString()).toContain(secret)
      expect(said.join('\n')).not.toContain(secret)
    }
    expect(documents.map(({ url }) => url).join()).not.toContain('7654321')
  })

  it('keeps each premium to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (cents) => {
        const [row] = parseInsurance(json({ contrat: [policy({ montantTarifTtc: cents / 100 })] }))
        expect(row).toMatchObject({ yearlyPremiumCents: cents })
      }),
    )
  })

  it('has euro signs again, and every other byte as it was', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'é', '€', '\u0080', 'Â', '\n') })
    fc.assert(
      fc.property(words, (text) => {
        const mended = new TextDecoder().decode(mendEuroSigns(new TextEncoder().encode(text)))
        expect(mended).toBe(text.replaceAll('\u0080', '€'))
      }),
    )
  })

  it('is invented alike each time, and reads whole', () => {
    const sample = { seed: 3, year: 2026 }
    expect(parseInsurance(insuranceSample(sample)).map(({ type }) => type)).toEqual([
      'policy',
      'schedule',
      'home',
      'claim',
    ])
    expect(Buffer.compare(insuranceSample(sample), insuranceSample(sample))).toBe(0)
  })
})
