import { readFileSync } from 'node:fs'
import { contract } from '../testing/contract.ts'
import { electricity } from './connector.ts'
import { curveCsv, dataConnect, halfHours } from './testing/curve.ts'

const folder = new URL('.', import.meta.url)
const autumn = readFileSync(new URL('fixtures/dataconnect-2025-10-26.json', folder))
const three = halfHours('2025-06-01T22:00:00Z', 144, (index) => 400 + 2 * index)
const r63 = readFileSync(new URL('fixtures/R63_20260115.csv', folder))
const titled = readFileSync(new URL('fixtures/conso-courbe-30min_20260713.csv', folder))
const sound = curveCsv(['2025-01-01T00:30:00+01:00;12', '2025-01-01T01:00:00+01:00;13'])
const altered = (bytes: Uint8Array, before: string, after: string): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString().replace(before, after))
const [first = { value: '1', date: '' }] = three

contract({
  connector: electricity,
  folder,
  fixtures: [
    'dataconnect-2025-10-26.json',
    'dataconnect-2025-03-30.json',
    'Enedis_Conso_Heure_20231028-20231029.csv',
    'conso-courbe-30min_20260713.csv',
    'R63_20260115.csv',
    'dataconnect-jours-2025-10.json',
    'enedis-2026-10-25.json',
    'pilote-2017-03-26.json',
    'edf-pilote-2016.json',
    'edf-pilote-demi-heures-2016-10-30.json',
    'mes-puissances-atteintes-30min.csv',
    'mes-index-elec.csv',
    'Enedis_Conso_Jour_20251024-20251028.csv',
    'conso-quotidienne_20251024-20251026.csv',
    'enedis-espace-client-2026-03.xlsx',
    'edf-suivi-2025-10.zip',
    'green-button-2012-03.xml',
  ],
  overlap: {
    first: dataConnect(three.slice(0, 96)),
    // From the midnight stamp that closes the first day, which is a part of it; the second day again; a third.
    second: dataConnect(three.slice(47)),
    added: 2,
  },
  correction: {
    before: dataConnect(three),
    after: dataConnect(
      three.map((item, index) => (index === 60 ? { ...item, value: '9', measure_type: 'C' } : item)),
    ),
  },
  refused: [
    { name: 'a file cut in the middle', bytes: autumn.subarray(0, 2000), code: 'truncated', line: 25 },
    {
      name: 'a value that is no number',
      bytes: dataConnect([first, { ...first, value: 'douze' }]),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'a value that is an object',
      bytes: dataConnect([first, { ...first, date: '2025-06-02 01:00:00', value: {} as string }]),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'a day of average power',
      bytes: dataConnect([{ ...first, date: '2025-06-02' }]),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'the highest power of a day',
      bytes: dataConnect([{ ...first, date: '2025-06-02' }], {
        reading_type: {
          unit: 'VA',
          aggregate: 'maximum',
          measurement_kind: 'power',
          measuring_period: 'P1D',
        },
      }),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'a time among days',
      bytes: dataConnect([{ ...first, date: '2025-06-02' }, first], { reading_type: { unit: 'Wh' } }),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'two values at one time',
      bytes: dataConnect([first, { ...first, value: '401' }]),
      code: 'contradiction',
      line: 4,
    },
    {
      name: 'steps that overlap',
      bytes: dataConnect([first, { ...first, date: '2025-06-02 01:00:00', interval_length: 'PT60M' }]),
      code: 'contradiction',
      line: 4,
    },
    {
      name: 'power in kilovolt-amperes',
      bytes: dataConnect([first], { reading_type: { unit: 'VA' } }),
      code: 'unsupported',
    },
    {
      name: 'energy that flows both ways',
      bytes: dataConnect([first], { reading_type: { unit: 'W', flow_direction: 'both' } }),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'a direction that is no word',
      bytes: dataConnect([first], { reading_type: { unit: 'W', flow_direction: 1 } }),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'a measure other than power',
      bytes: dataConnect([first], { reading_type: { unit: 'W', measurement_kind: 'voltage' } }),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'a quality that Enedis does not have',
      bytes: dataConnect([first], { quality: 'NONSENSE' }),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'a quality that is no word',
      bytes: dataConnect([first], { quality: 1 }),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'a curve of nobody',
      bytes: dataConnect([first], { usage_point_id: '' }),
      code: 'bad-field',
      line: 1,
    },
    {
      name: 'an hour that March skips',
      bytes: dataConnect([{ ...first, date: '2025-03-30 02:30:00' }]),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'indexes where a curve should be',
      bytes: curveCsv(['2025-01-01T00:00:00+01:00;12'], 'Wh', 'Index'),
      code: 'unsupported',
    },
    {
      name: 'a CSV row cut short',
      bytes: curveCsv(['2025-01-01T00:30:00+01:00;12', '2025-01-01T01:00']),
      code: 'truncated',
      line: 5,
    },
    {
      name: 'a unit that is not said',
      bytes: curveCsv(['2025-01-01T00:30:00+01:00;12'], ''),
      code: 'missing-field',
    },
    {
      name: 'a CSV row with more cells than the header',
      bytes: curveCsv(['2025-01-01T00:30:00+01:00;12', '2025-01-01T01:00:00+01:00;100;99']),
      code: 'malformed',
      line: 5,
    },
    {
      name: 'a second column of values',
      bytes: altered(sound, 'Horodate;Valeur', 'Horodate;Valeur;Valeur'),
      code: 'unsupported',
      line: 3,
    },
    {
      name: 'a column that we do not know',
      bytes: altered(sound, 'Horodate;Valeur', 'Horodate;Valeur;Valeur corrigee'),
      code: 'unsupported',
      line: 3,
    },
    {
      name: 'a step that meters do not have',
      bytes: altered(altered(sound, ';Unite', ';Unite;Pas en minutes'), ';W\r', ';W;7\r'),
      code: 'unsupported',
    },
    {
      name: 'a direction that we do not know',
      bytes: altered(sound, ';Consommation;', ';Les deux;'),
      code: 'unsupported',
    },
    {
      name: 'a quality that we do not know',
      bytes: altered(sound, ';Comptage Brut;', ';Nonsense;'),
      code: 'unsupported',
    },
    {
      name: 'a quantity that we do not know',
      bytes: altered(sound, ';Energie active;', ';Energie reactive;'),
      code: 'unsupported',
    },
    {
      name: 'rows of another stage of the same meter',
      bytes: altered(r63, 'BEST;W;2026-01-15T02', 'BRUT;W;2026-01-15T02'),
      code: 'unsupported',
      line: 3,
    },
    {
      name: 'a title that names both directions',
      bytes: altered(titled, 'Linky', 'Linky consommation et production'),
      code: 'unsupported',
    },
    {
      name: 'a step that cannot be known',
      bytes: curveCsv(['2025-01-01T00:30:00+01:00;12']),
      code: 'missing-field',
      line: 4,
    },
    {
      name: 'gaps and nothing else',
      bytes: curveCsv(['2025-01-01T00:30:00+01:00;', '2025-01-01T01:00:00+01:00;']),
      code: 'empty',
    },
  ],
  secrets: ['00000000000001', '2025-10-26 02:30:00', '"1054"'],
})
