import { readFileSync } from 'node:fs'
import { contract } from '../testing/contract.ts'
import { water } from './connector.ts'
import { item, waterCsv, waterJson } from './testing/water-files.ts'

const folder = new URL('.', import.meta.url)
const real = readFileSync(new URL('fixtures/consommations-journalieres-2026-07.json', folder))
const days = [1, 2, 3, 4].map((day) => item(day, 100 + day, 5000 + 100 * day + (day * (day + 1)) / 2))
const litres = { consommation: 'l', index: 'l', volumeEstimeFuite: 'l' }

contract({
  connector: water,
  folder,
  fixtures: ['consommations-journalieres-2026-07.json', 'historique_jours_litres.csv'],
  overlap: { first: waterJson(days.slice(0, 3)), second: waterJson(days.slice(1)), added: 1 },
  correction: {
    before: waterJson(days),
    after: waterJson([...days.slice(0, 3), item(4, 90, 5410, { estime: true })]),
  },
  refused: [
    { name: 'a file cut in the middle', bytes: real.subarray(0, 700), code: 'truncated' },
    {
      name: 'no day',
      bytes: Buffer.from('{"unites": {}, "postes": [{"data": []}], "annee": 1}'),
      code: 'empty',
    },
    {
      name: 'a unit that is not said',
      bytes: waterJson(days, { index: 'l' }),
      code: 'missing-field',
      line: 4,
    },
    {
      name: 'a unit that we do not know',
      bytes: waterJson(days, { ...litres, consommation: 'gal' }),
      code: 'unsupported',
      line: 4,
    },
    {
      name: 'indexes in another unit than said',
      bytes: waterJson(days, { ...litres, index: 'm3' }),
      code: 'contradiction',
      line: 5,
    },
    {
      name: 'a thirteenth month',
      bytes: waterJson([item(1, 100, 200, { mois: 12 })]),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'a day that does not exist',
      bytes: waterJson([item(30, 100, 200, { mois: 1 })]),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'a month without days',
      bytes: waterJson([item(1, 100, 200, { jour: undefined })]),
      code: 'missing-field',
      line: 4,
    },
    {
      name: 'a volume that no home uses',
      bytes: waterJson([item(1, 408, 200)], { consommation: 'm3', index: 'l' }),
      code: 'bad-field',
      line: 4,
    },
    { name: 'a volume below zero', bytes: waterJson([item(1, -1, 200)]), code: 'bad-field', line: 4 },
    {
      name: 'two values of one day',
      bytes: waterJson([item(1, 100, 200), item(1, 101, 200)]),
      code: 'contradiction',
      line: 5,
    },
    {
      name: 'an estimate that is no boolean',
      bytes: waterJson([item(1, 100, 200, { estime: 'oui' })]),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'two registers without names',
      bytes: Buffer.from('{"postes": [{"data": []}, {"data": [{"annee": 2026}]}]}'),
      code: 'bad-field',
    },
    {
      name: 'a CSV row cut short',
      bytes: waterCsv(['13/05/2026 12:00;2043608']),
      code: 'truncated',
      line: 2,
    },
    {
      name: 'a CSV row with more cells than the header',
      bytes: waterCsv(['13/05/2026 12:00;2043608;71;Mesuré;9']),
      code: 'malformed',
      line: 2,
    },
    {
      name: 'a CSV in a unit that we do not know',
      bytes: waterCsv(['13/05/2026;1;1;Mesuré'], 'gallons'),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'a CSV quality that we do not know',
      bytes: waterCsv(['13/05/2026;1;1;Deviné']),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a CSV day that does not exist',
      bytes: waterCsv(['31/02/2026;1;1;Mesuré']),
      code: 'bad-field',
      line: 2,
    },
    { name: 'gaps and nothing else', bytes: waterCsv(['13/05/2026;;;Mesuré']), code: 'empty' },
  ],
  secrets: ['1091137', '"jour": 28', '"consommation": 1908'],
})
