import { readFileSync } from 'node:fs'
import { contract } from '../testing/contract.ts'
import { city } from './connector.ts'
import { citySample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, folder), 'utf8')
const altered = (text: string, before: string | RegExp, after: string): Uint8Array =>
  Buffer.from(text.replace(before, after))
const meals = fixture('cantine.csv')
const loans = fixture('prets.xml')
const school = fixture('scolarites.json')
const year = Buffer.from(citySample({ seed: 1, year: 2025 }))
  .toString()
  .trimEnd()
  .split('\r\n')
const days = (from: number, to: number): Uint8Array =>
  Buffer.from([year[0], ...year.slice(from, to)].join('\r\n'))
const laughs = `<?xml version="1.0"?>
<!DOCTYPE GetPatronInfo [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<GetPatronInfo><loans><loan><title>&b;</title></loan></loans></GetPatronInfo>`

contract({
  connector: city,
  folder,
  fixtures: ['prets.xml', 'cantine.csv', 'scolarites.json'],
  overlap: { first: days(1, 60), second: days(40, 80), added: 20 },
  correction: { before: Buffer.from(loans), after: altered(loans, '2026-03-30</', '2026-04-27</') },
  twins: { file: altered(meals, 'Goûter;0,95', 'Repas;4,20'), records: 6 },
  refused: [
    { name: 'a row cut short', bytes: Buffer.from(meals.slice(0, -20)), code: 'truncated', line: 8 },
    { name: 'a row that is longer', bytes: altered(meals, '0,95 €', '0,95 €;1'), code: 'malformed', line: 5 },
    { name: 'a price in words', bytes: altered(meals, '0,95', 'un'), code: 'bad-field', line: 5 },
    { name: 'a price in no currency', bytes: altered(meals, '0,95 €', '0,95'), code: 'bad-field', line: 5 },
    { name: 'a meal without a price', bytes: altered(meals, '0,95 €', ''), code: 'missing-field', line: 5 },
    { name: 'a meal on no day', bytes: altered(meals, '03/03/2026', ''), code: 'missing-field', line: 6 },
    {
      name: 'a day that no calendar has',
      bytes: altered(meals, '31/03/2026', '31/02/2026'),
      code: 'bad-field',
      line: 7,
    },
    {
      name: 'a column that we do not know',
      bytes: altered(meals, 'École', 'Allergies'),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'two meals in a row',
      bytes: Buffer.from('Date;Enfant;Quantité;Montant (€)\n02/03/2026;Léo;2;8,40\n'),
      code: 'unsupported',
      line: 2,
    },
    { name: 'a header alone', bytes: Buffer.from('Date;Enfant;Montant (€)\n'), code: 'empty' },
    { name: 'loans cut in the middle', bytes: Buffer.from(loans.slice(0, 700)), code: 'truncated' },
    {
      name: 'a loan without an end',
      bytes: altered(loans, '<date_due>2026-03-30</date_due>', ''),
      code: 'missing-field',
      line: 13,
    },
    {
      name: 'a loan until a day that is none',
      bytes: altered(loans, '2026-04-11', '2026-04-31'),
      code: 'bad-field',
      line: 34,
    },
    {
      name: 'a loan of nothing',
      bytes: altered(loans, '<itemId>196895</itemId>', ''),
      code: 'missing-field',
      line: 30,
    },
    {
      name: 'a loan without a title',
      bytes: altered(loans, 'Cuisiner les cardons', ''),
      code: 'missing-field',
      line: 30,
    },
    {
      name: 'one loan told in two ways',
      bytes: altered(loans, '4456', '4454'),
      code: 'contradiction',
      line: 24,
    },
    {
      name: 'a reader nobody knows',
      bytes: Buffer.from('<GetPatronInfo><error>PatronNotFound</error></GetPatronInfo>'),
      code: 'partner-error',
      line: 1,
    },
    {
      name: 'a reader without loans',
      bytes: Buffer.from('<GetPatronInfo><loans/></GetPatronInfo>'),
      code: 'empty',
    },
    {
      name: 'an answer within another',
      bytes: Buffer.from(`<r>${loans.slice(loans.indexOf('<GetP'))}</r>`),
      code: 'unknown-layout',
      line: 1,
    },
    { name: 'a billion laughs', bytes: Buffer.from(laughs), code: 'unsupported', line: 2 },
    { name: 'enrolments cut in the middle', bytes: Buffer.from(school.slice(0, 600)), code: 'truncated' },
    {
      name: 'a school year of one year',
      bytes: altered(school, '2025-2026', '2025'),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'a school year of three years',
      bytes: altered(school, '2025-2026', '2025-2027'),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'an enrolment that may be',
      bytes: altered(school, '"est_scolarise": true', '"est_scolarise": null'),
      code: 'missing-field',
      line: 3,
    },
    {
      name: 'a school code that is none',
      bytes: altered(school, '0132733A', 'Lyon'),
      code: 'bad-field',
      line: 20,
    },
    {
      name: 'an error of the partner',
      bytes: Buffer.from('{"errors": [], "annee_scolaire": null}'),
      code: 'partner-error',
      line: 1,
    },
    {
      name: 'an answer without data',
      bytes: Buffer.from('{"data": null, "annee_scolaire": null}'),
      code: 'unknown-layout',
      line: 1,
    },
    {
      name: 'one enrolment told in two ways',
      bytes: Buffer.from(
        JSON.stringify([
          JSON.parse(school)[0],
          { data: { ...JSON.parse(school)[0].data, est_boursier: false } },
        ]),
      ),
      code: 'contradiction',
    },
  ],
  secrets: ['DUPOND', 'des Traboules', '2690000815', 'Cuisiner les cardons'],
})
