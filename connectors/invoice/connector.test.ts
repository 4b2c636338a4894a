import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { pdf } from '../formats/pdf/testing/pdf.ts'
import { contract } from '../testing/contract.ts'
import { invoice } from './connector.ts'
import { bill, cii, ubl } from './testing/bill.ts'

const folder = new URL('.', import.meta.url)
const fixture = readFileSync(new URL('fixtures/ubl-21-en16931.xml', folder))
const carried = (bytes: Uint8Array, name = 'factur-x.xml'): Uint8Array => pdf([{ name, bytes }])
const altered = (bytes: Uint8Array, before: string, after: string): Uint8Array =>
  new TextEncoder().encode(new TextDecoder().decode(bytes).replace(before, after))
const laughs = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
const bomb = deflateSync(new Uint8Array(40 * 1024 * 1024))

contract({
  connector: invoice,
  folder,
  fixtures: [
    'ubl-21-en16931.xml',
    'ubl-21-extended-ctc-fr.xml',
    'ubl-creditnote.xml',
    'facturFrMinimum.xml',
    'factur-x-basicwl.xml',
    'factur-x-en16931.xml',
    'UC11_F202600022_EXTENDED_FX_CII_BT-X-589Only_on_GROUP_Line.xml',
    'validAvoir_FR_type380_BASICWL.pdf',
  ],
  // The same invoice by another route, with the label of one line corrected.
  overlap: { first: ubl(bill()), second: carried(altered(cii(bill()), 'Article 2', 'Livre')), added: 1 },
  correction: { before: cii(bill()), after: cii(bill([1000, 250], { due: '2026-03-25' })) },
  // Two coffees on one bill, under one number.
  twins: {
    file: ubl(bill([300, 300], { lines: [1, 2].map(() => ({ id: '1', label: 'Café', cents: 300 })) })),
    records: 3,
  },
  refused: [
    { name: 'a file cut in the middle', bytes: fixture.subarray(0, 9000), code: 'truncated', line: 219 },
    {
      name: 'entities within entities',
      bytes: altered(ubl(bill()), '?>', `?>${laughs}`),
      code: 'unsupported',
      line: 1,
    },
    {
      name: 'no number',
      bytes: altered(ubl(bill()), '<c:ID>F-1</c:ID>', ''),
      code: 'missing-field',
      line: 2,
    },
    { name: 'no currency', bytes: altered(cii(bill()), 'EUR', ''), code: 'missing-field', line: 10 },
    {
      name: 'no amount due',
      bytes: altered(ubl(bill()), 'PayableAmount', 'Other'),
      code: 'malformed',
      line: 21,
    },
    { name: 'a decimal comma', bytes: altered(ubl(bill()), '15.00', '15,00'), code: 'bad-field', line: 19 },
    {
      name: 'a third decimal',
      bytes: altered(cii(bill()), '>10.00<', '>10.005<'),
      code: 'bad-field',
      line: 7,
    },
    {
      name: 'a day that is none',
      bytes: ubl(bill([1], { issued: '2026-02-30' })),
      code: 'bad-field',
      line: 4,
    },
    {
      name: 'a month where a day is due',
      bytes: altered(cii(bill()), '"102"', '"610"'),
      code: 'unsupported',
      line: 5,
    },
    { name: 'two currencies', bytes: ubl(bill([1], { currency: 'USD' })), code: 'contradiction', line: 17 },
    { name: 'a pro forma', bytes: ubl(bill([1], { type: '325' })), code: 'unsupported', line: 2 },
    {
      name: 'a credit note of negative amounts',
      bytes: cii(bill([-1000], { type: '381' })),
      code: 'contradiction',
      line: 3,
    },
    {
      name: 'a credit note that says it is an invoice',
      bytes: altered(ubl(bill([1], { type: '381' })), '>381<', '>380<'),
      code: 'contradiction',
      line: 2,
    },
    {
      name: 'a line that is neither billed nor a group',
      bytes: altered(
        cii(bill()),
        '</r:LineID>',
        '</r:LineID><r:LineStatusReasonCode>OTHER</r:LineStatusReasonCode>',
      ),
      code: 'unsupported',
      line: 7,
    },
    {
      name: 'an invoice of another namespace',
      bytes: altered(ubl(bill()), 'xsd:Invoice-2', 'xsd:Order-2'),
      code: 'unknown-layout',
      line: 1,
    },
    {
      name: 'a root that only looks like an invoice at first',
      bytes: altered(altered(ubl(bill()), '<Invoice ', '<x><Invoice '), '</Invoice>', '</Invoice></x>'),
      code: 'unknown-layout',
      line: 2,
    },
    {
      name: 'ZUGFeRD 1',
      bytes: carried(altered(cii(bill()), ':100"', ':12"')),
      code: 'unknown-layout',
      line: 2,
    },
    {
      name: 'a PDF without an invoice',
      bytes: carried(ubl(bill()), 'order-x.xml'),
      code: 'no-invoice-inside',
    },
    {
      name: 'a PDF with two invoices',
      bytes: pdf([
        { name: 'factur-x.xml', bytes: cii(bill()) },
        { name: 'Factur-X.xml', bytes: cii(bill()) },
      ]),
      code: 'unsupported',
    },
    {
      name: 'a PDF behind a password',
      bytes: pdf([{ name: 'factur-x.xml', bytes: cii(bill()) }], { trailer: '/Encrypt 9 0 R' }),
      code: 'protected',
    },
    {
      name: 'a PDF with a bomb',
      bytes: pdf([{ name: 'factur-x.xml', bytes: bomb }], { raw: true, stream: '/Filter /FlateDecode' }),
      code: 'archive-too-large',
    },
    {
      name: 'a PDF with a picture in place of XML',
      bytes: carried(Uint8Array.of(0x89, 0x50, 0, 1)),
      code: 'not-text',
    },
  ],
  secrets: ['Au bon moulin', 'F124212', '208.03', 'RUM_9083209'],
})
