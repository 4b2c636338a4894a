import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { contract } from '../testing/contract.ts'
import { gas } from './connector.ts'
import { billed, daily, grdfJson, grdfXlsx } from './testing/grdf.ts'

const folder = new URL('.', import.meta.url)
const week = readFileSync(new URL('fixtures/informatives-2021-08.json', folder))
const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map((day, at) => daily(day, 10 + at))
const short = ['Date de relevé', 'Volume consommé (m3)', 'Energie consommée (kWh)']
const [first = {}] = days

contract({
  connector: gas,
  folder,
  fixtures: [
    'informatives-2021-08.json',
    'publiees-2019.json',
    'par-semaine-2021.xlsx',
    'par-mois-2021.xlsx',
  ],
  overlap: { first: grdfJson(days.slice(0, 3)), second: grdfJson(days.slice(1)), added: 1 },
  correction: {
    before: grdfJson(days),
    after: grdfJson([...days.slice(0, 3), daily('2026-01-04', 99, { qualificationReleve: 'Corrigé' })]),
  },
  refused: [
    { name: 'a file cut in the middle', bytes: week.subarray(0, 1500), code: 'truncated', line: 49 },
    { name: 'no reading', bytes: grdfJson([]), code: 'empty' },
    { name: 'rows of nulls and nothing else', bytes: grdfJson([daily('2026-01-01', null)]), code: 'empty' },
    {
      name: 'a volume that is no number',
      bytes: grdfJson([daily('2026-01-01', 1, { volumeBrutConsomme: 'sept' })]),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a volume below zero',
      bytes: grdfJson([first, daily('2026-01-02', 1, { volumeBrutConsomme: -1 })]),
      code: 'bad-field',
      line: 3,
    },
    { name: 'a meter of thirteen digits', bytes: grdfJson(days, '0000000000001'), code: 'bad-field' },
    {
      name: 'a nature that we do not know',
      bytes: grdfJson([daily('2026-01-01', 1, { natureReleve: 'Prévisionnelle' })]),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'a quality that we do not know',
      bytes: grdfJson([daily('2026-01-01', 1, { qualificationReleve: 'Deviné' })]),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'figures without a nature',
      bytes: grdfJson([daily('2026-01-01', 1, { natureReleve: null })]),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'a conversion factor that no gas has',
      bytes: grdfJson([daily('2026-01-01', 1, { coeffConversion: 11_120 })]),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'figures of an absent reading',
      bytes: grdfJson([daily('2026-01-01', 1, { qualificationReleve: 'Absence de Données' })]),
      code: 'contradiction',
      line: 2,
    },
    {
      name: 'a daily reading of another day than its stamps',
      bytes: grdfJson([daily('2026-01-01', 1, { journeeGaziere: '2026-01-02' })]),
      code: 'contradiction',
      line: 2,
    },
    {
      name: 'a daily reading without a day',
      bytes: grdfJson([daily('2026-01-01', 1, { journeeGaziere: null })]),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'a day that does not exist',
      bytes: grdfJson([daily('2026-01-01', 1, { journeeGaziere: '2026-02-30' })]),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'two values of one day',
      bytes: grdfJson([first, daily('2026-01-01', 9)]),
      code: 'contradiction',
      line: 3,
    },
    {
      name: 'two bills that share days',
      bytes: grdfJson([billed('2026-01-01', '2026-02-01', 9), billed('2026-01-20', '2026-03-01', 9)]),
      code: 'contradiction',
      line: 3,
    },
    {
      name: 'a bill that ends before it begins',
      bytes: grdfJson([billed('2026-02-01', '2026-01-01', 9)]),
      code: 'contradiction',
      line: 2,
    },
    {
      name: 'a workbook that names no meter',
      bytes: grdfXlsx(short, [['01/01/2021', '1', '11']], '24/11/2021', ''),
      code: 'missing-field',
    },
    {
      name: 'a workbook of something else',
      bytes: grdfXlsx(['Date', 'Prix'], [['01/01/2021', '1']]),
      code: 'unknown-layout',
      line: 1,
    },
    {
      name: 'an archive of something else',
      bytes: zipSync({ 'a.csv': Buffer.from('1;2') }),
      code: 'unknown-layout',
    },
    {
      name: 'a workbook cut short',
      bytes: grdfXlsx(short, [['01/01/2021', '1', '11']]).subarray(0, 200),
      code: 'malformed',
    },
    {
      name: 'a figure of an absent day in a workbook',
      bytes: grdfXlsx(
        [...short, 'Qualification du relevé'],
        [['01/01/2021', '1', '11', 'Absence de Données']],
      ),
      code: 'contradiction',
      line: 5,
    },
    {
      name: 'a workbook with a column that we do not know',
      bytes: grdfXlsx([...short, 'Prix'], [['01/01/2021', '1', '11', '2']]),
      code: 'unsupported',
      line: 4,
    },
    {
      name: 'days among weeks',
      bytes: grdfXlsx(short, [
        ['Du 30/11/2020 au 06/12/2020', '1', '11'],
        ['07/12/2020', '1', '11'],
      ]),
      code: 'unsupported',
      line: 6,
    },
    {
      name: 'weeks of eight days',
      bytes: grdfXlsx(short, [['Du 30/11/2020 au 07/12/2020', '1', '11']]),
      code: 'bad-field',
      line: 5,
    },
    {
      name: 'weeks that share days',
      bytes: grdfXlsx(short, [
        ['Du 30/11/2020 au 06/12/2020', '1', '11'],
        ['Du 30/11/2020 au 05/12/2020', '1', '11'],
      ]),
      code: 'contradiction',
      line: 6,
    },
  ],
  secrets: ['00000000000001', '"indexDebut": 13932', '2021-08-11T06'],
})
