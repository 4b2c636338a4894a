import { readFileSync } from 'node:fs'
import { contract } from '../testing/contract.ts'
import { bank } from './connector.ts'
import { bankSample } from './sample.ts'
import { ofx } from './testing/ofx.ts'

const folder = new URL('.', import.meta.url)
const cmfr = readFileSync(new URL('fixtures/ofxdata-cmfr.ofx', folder))
const two = { date: '20260302', amount: '-2.50', name: 'CAFE' }

contract({
  connector: bank,
  folder,
  fixtures: [
    'ofxdata-cmfr.ofx',
    'ofxdata-bpbfc.ofx',
    'ofxdata-memoWithAmpersand.ofx',
    'ofx-multiple-accounts-xml.ofx',
    'camt052.v6.Amt-zero.xml',
    'camt053.v2.five.decimals.xml',
    'camt053.v2.multi.statement.xml',
    'camt053.v4.xml',
    'camt053.v8.xml',
    'camt053-twins.xml',
    'camt053-fr.xml',
    'camt054.v4.xml',
    'societe-generale.csv',
    'banque-postale.csv',
    'credit-agricole.csv',
    'credit-mutuel.csv',
    'credit-mutuel-amount.csv',
    'bpce.csv',
    'boursobank.csv',
    'boursobank-newer.csv',
    'bnp-paribas.csv',
    'bnp-paribas-old.csv',
    'fortuneo.csv',
    'psd2-berlin.json',
    'psd2-gocardless.json',
  ],
  overlap: {
    first: bankSample({ years: 1, until: '2026-09-30', seed: 3 }),
    second: bankSample({ years: 1, until: '2026-10-31', seed: 3 }),
    // One month of operations (83 in October 2026) and two balances of another day.
    added: 85,
  },
  correction: {
    before: ofx([
      { ...two, id: 'A1' },
      { date: '20260303', amount: '-9.00', name: 'LIVRE', id: 'A2' },
    ]),
    after: ofx([
      { ...two, id: 'A1' },
      { date: '20260303', amount: '-9.90', name: 'LIVRE', id: 'A2' },
    ]),
  },
  // An account, two coffees without a reference, and one with.
  twins: { file: ofx([two, two, { ...two, id: 'A1' }]), records: 4 },
  refused: [
    { name: 'a file cut in the middle', bytes: cmfr.subarray(0, 4000), code: 'truncated', line: 195 },
    { name: 'a file cut after its header', bytes: cmfr.subarray(0, 120), code: 'truncated' },
    {
      name: 'an operation without an amount',
      bytes: ofx([two, { date: '20260302', name: 'CAFE' }]),
      code: 'missing-field',
      line: 13,
    },
    {
      name: 'an amount with a third decimal',
      bytes: ofx([{ ...two, amount: '-2.505' }]),
      code: 'bad-field',
      line: 10,
    },
    {
      name: 'a thirtieth of February',
      bytes: ofx([{ ...two, date: '20260230' }]),
      code: 'bad-field',
      line: 9,
    },
    {
      name: 'a label of which a part looks like a tag',
      bytes: ofx([{ ...two, name: 'ACHAT <CB> PARIS' }]),
      code: 'malformed',
      line: 11,
    },
    {
      name: 'an operation inside of another',
      bytes: ofx([{ ...two, more: ['<BANKACCTTO><STMTTRN><TRNTYPE>DEBIT</STMTTRN></BANKACCTTO>'] }]),
      code: 'malformed',
      line: 12,
    },
    {
      name: 'an operation outside of the list',
      bytes: ofx([two], ['<STMTTRN><TRNTYPE>DEBIT</STMTTRN>']),
      code: 'malformed',
      line: 14,
    },
    {
      name: 'an amount that may mean thousands',
      bytes: ofx([{ ...two, amount: '1,000' }]),
      code: 'bad-field',
      line: 10,
    },
    {
      name: 'an operation that is never closed',
      bytes: Buffer.from(ofx([two, two]).toString('latin1').replace('</STMTTRN>', ''), 'latin1'),
      code: 'malformed',
      line: 7,
    },
    {
      name: 'a label beyond bounds',
      bytes: ofx([{ ...two, name: 'X'.repeat(301) }]),
      code: 'too-long',
      line: 11,
    },
    {
      name: 'an operation that replaces another',
      bytes: ofx([
        { ...two, id: 'A1' },
        { ...two, id: 'A2', more: ['<CORRECTFITID>A1', '<CORRECTACTION>REPLACE'] },
      ]),
      code: 'unsupported',
      line: 20,
    },
    {
      name: 'an operation that deletes another',
      bytes: ofx([{ ...two, id: 'A2', more: ['<CORRECTACTION>DELETE', '<CORRECTFITID>A1'] }]),
      code: 'unsupported',
      line: 14,
    },
    {
      name: 'an operation that corrects, and does not say which',
      bytes: ofx([{ ...two, id: 'A2', more: ['<CORRECTACTION>DELETE'] }]),
      code: 'unsupported',
      line: 13,
    },
    {
      name: 'two documents one after the other',
      bytes: Buffer.concat([ofx([two]), ofx([two])]),
      code: 'malformed',
      line: 15,
    },
  ],
  secrets: ['OPERATION NAME DISCLOSED', 'LLDT4L5OCF', '1978.78', 'XXXXXXXXXX'],
})
