import { readFileSync } from 'node:fs'
import { contract } from '../testing/contract.ts'
import { electricity } from './connector.ts'
import { curveCsv, dataConnect, halfHours } from './testing/curve.ts'

const folder = new URL('.', import.meta.url)
const autumn = readFileSync(new URL('fixtures/dataconnect-2025-10-26.json', folder))
const three = halfHours('2025-06-01T22:00:00Z', 144, (index) => 400 + 2 * index)
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
      name: 'a day without an hour',
      bytes: dataConnect([{ ...first, date: '2025-06-02' }]),
      code: 'daily-totals',
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
      name: 'indexes',
      bytes: curveCsv(['2025-01-01T00:00:00+01:00;12'], 'Wh', 'Index'),
      code: 'daily-totals',
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
