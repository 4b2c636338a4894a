import { describe, expect, it } from 'vitest'
import { encodeWindows1252 } from '../formats/windows-1252.ts'
import { unzip } from '../formats/zip.ts'
import { mapElectricity } from './map.ts'
import { parseElectricity, sniffElectricity } from './parse.ts'
import { isReading } from './row.ts'
import { edfArchive, type Step } from './testing/shapes.ts'

const steps: readonly Step[] = Array.from({ length: 48 }, (_, at) => ({
  start: Date.parse('2025-06-01T22:00:00Z') + at * 1_800_000,
  minutes: 30,
  watts: 300 + at,
}))
const archive = edfArchive(steps)
const [bare = new Uint8Array()] = unzip(archive, () => true).values()
const said = (bytes: Uint8Array) =>
  parseElectricity(bytes)
    .filter(isReading)
    .map(({ start, minutes, milliWh, quality }) => [start, minutes, milliWh, quality])
const consumption = (...rows: string[]): string =>
  ['', 'Récapitulatif de ma consommation', '', ...rows, ''].join('\r\n')

describe('a file of EDF’s archive, out of it', () => {
  it('says the same half-hours, of a meter without a number', () => {
    expect(sniffElectricity(bare)).toBe('edf-csv')
    expect(said(bare)).toEqual(said(archive))
    const { documents } = mapElectricity(parseElectricity(bare), { container: 'https://pod.example/' })
    const [meter] = documents
    expect(meter?.url).toMatch(/\/meter\.ttl$/)
    expect(meter?.nodes[0]?.quads.some(({ predicate }) => predicate.value.endsWith('/identifier'))).toBe(
      false,
    )
  })

  it('is read when an editor saved it as UTF-8', () => {
    const utf8 = Buffer.from(new TextDecoder('windows-1252').decode(bare))
    expect(sniffElectricity(utf8)).toBe('edf-csv')
    expect(said(utf8)).toEqual(said(archive))
  })

  it.each([
    [
      'days',
      consumption('Date de consommation;Consommation (kWh);Nature de la donnée', '26/10/2025;9;Réelle'),
    ],
    [
      'months',
      consumption('Période de consommation;Consommation (kWh);Nature de la donnée', '10/2025;516;Réelle'),
    ],
  ])('of %s is refused: it may be of gas', (_, text) => {
    for (const bytes of [encodeWindows1252(text), Buffer.from(text)]) {
      expect(sniffElectricity(bytes)).toBe('edf-csv')
      expect(() => parseElectricity(bytes)).toThrow('missing-field')
    }
  })

  it('is refused when it is cut', () => {
    expect(() => parseElectricity(bare.subarray(0, bare.length - 12))).toThrow('truncated')
  })
})
