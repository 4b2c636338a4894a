import { readFileSync } from 'node:fs'
import { contract } from '../testing/contract.ts'
import { health } from './connector.ts'
import { healthSample } from './sample.ts'

const folder = new URL('.', import.meta.url)
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, folder), 'utf8')
const altered = (text: string, before: string | RegExp, after: string): Uint8Array =>
  Buffer.from(text.replace(before, after))
const csv = fixture('releve-remboursements.csv')
const eob = fixture('eob-two-claims.json')
const json = fixture('releve-remboursements.json')
const year = Buffer.from(healthSample({ seed: 1, year: 2025 }))
  .toString()
  .trimEnd()
  .split('\r\n')
const acts = (from: number, to: number): Uint8Array =>
  Buffer.from([year[0], ...year.slice(from, to)].join('\r\n'))

contract({
  connector: health,
  folder,
  fixtures: ['releve-remboursements.csv', 'releve-remboursements.json', 'eob-two-claims.json'],
  overlap: { first: acts(1, 40), second: acts(30, 50), added: 10 },
  correction: { before: Buffer.from(csv), after: altered(csv, '84,00', '85,00') },
  // Two sessions of one day, at one price: refunded alike here.
  twins: { file: altered(csv, '8,02', '9,68'), records: 6 },
  refused: [
    { name: 'a row cut short', bytes: Buffer.from(csv.slice(0, -20)), code: 'truncated', line: 8 },
    { name: 'a row that is longer', bytes: altered(csv, '5,21', '5,21;3,00'), code: 'malformed', line: 6 },
    { name: 'an amount in words', bytes: altered(csv, '8,02', 'huit'), code: 'bad-field', line: 5 },
    {
      name: 'a thirtieth of February',
      bytes: altered(csv, '28/03/2026', '30/02/2026'),
      code: 'bad-field',
      line: 6,
    },
    { name: 'no day of care', bytes: altered(csv, '28/03/2026', ''), code: 'missing-field', line: 6 },
    { name: 'nothing paid', bytes: altered(csv, '84,00;1 018,45', ';'), code: 'missing-field', line: 8 },
    {
      name: 'an amount whose currency nobody says',
      bytes: altered(csv, 'versé (€)', 'versé'),
      code: 'bad-field',
      line: 3,
    },
    {
      name: 'an amount in dollars',
      bytes: altered(csv, 'versé (€)', 'versé ($)'),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'a column that we do not know',
      bytes: altered(csv, 'Tiers payant', 'Rappel'),
      code: 'unsupported',
      line: 2,
    },
    {
      name: 'a column twice',
      bytes: altered(csv, 'Bénéficiaire', 'Tiers payant'),
      code: 'unsupported',
      line: 2,
    },
    { name: 'a third party who may be', bytes: altered(csv, 'Non', 'Peut-être'), code: 'bad-field', line: 3 },
    { name: 'a rate in thousands', bytes: altered(csv, '70 %', '7000 %'), code: 'bad-field', line: 3 },
    {
      name: 'kinds of care beyond bounds',
      bytes: altered(csv, 'Soins dentaires', 'S'.repeat(301)),
      code: 'too-long',
      line: 8,
    },
    { name: 'a header alone', bytes: Buffer.from(csv.split('\n').slice(0, 2).join('\n')), code: 'empty' },
    {
      name: 'a JSON without a currency',
      bytes: altered(json, '"devise": "EUR",', ''),
      code: 'missing-field',
      line: 1,
    },
    { name: 'a JSON in francs', bytes: altered(json, 'EUR', 'FRF'), code: 'unsupported', line: 1 },
    { name: 'a JSON cut in the middle', bytes: Buffer.from(json.slice(0, 400)), code: 'truncated' },
    {
      name: 'an act that pays nothing, not even zero',
      bytes: altered(json, '"montantVerse": 8.10,', ''),
      code: 'missing-field',
      line: 13,
    },
    {
      name: 'a claim that takes the place of another',
      bytes: altered(
        eob,
        '"use": "claim"',
        '"use": "claim", "related": [{"relationship": {"coding": [{"code": "prior"}]}}]',
      ),
      code: 'unsupported',
    },
    { name: 'claims cut in the middle', bytes: Buffer.from(eob.slice(0, 5000)), code: 'truncated' },
    {
      name: 'a claim that is taken back',
      bytes: altered(eob, '"status": "active"', '"status": "cancelled"'),
      code: 'unsupported',
      line: 7,
    },
    {
      name: 'a claim in a state that FHIR does not have',
      bytes: altered(eob, '"status": "active"', '"status": "paid"'),
      code: 'bad-field',
    },
    {
      name: 'a claim in two currencies',
      bytes: altered(eob, /USD"(?=\s*}\s*}\s*]\s*,\s*"payment")/, 'EUR"'),
      code: 'contradiction',
    },
    {
      name: 'a claim in no currency',
      bytes: altered(eob, /,\s*"currency": "USD"/g, ''),
      code: 'missing-field',
    },
    {
      name: 'a claim whose day is a month',
      bytes: altered(eob, '"start": "2016-09-13"', '"start": "2016-09"'),
      code: 'bad-field',
    },
    {
      name: 'two claims under one id',
      bytes: altered(eob, 'carrier--10000930038026', 'outpatient--10000930038021'),
      code: 'contradiction',
    },
    {
      name: 'a bundle of patients',
      bytes: Buffer.from('{"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Patient"}}]}'),
      code: 'empty',
    },
  ],
  secrets: ['Claire DUPOND', '102,45', 'Pharmacie'],
})
