import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { readForeignInvoice } from './foreign-invoice.ts'
import { Graph } from './graph.ts'

const iri = 'https://shop.example/invoices/7#it'
const written = `
  @prefix s: <http://schema.org/> . @prefix dct: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  <${iri}> a s:Invoice ;
    s:confirmationNumber "F-2025-7" ;
    s:dateCreated "2025-01-03"^^xsd:date ;
    s:paymentDueDate "2025-02-02T23:30:00Z"^^s:DateTime ;
    s:provider [ a s:Organization ; s:name " Énergie du Rhône " ] ;
    s:totalPaymentDue [ a s:MonetaryAmount ; s:value "45.90" ; s:currency "EUR" ] .`
const read = (turtle: string) => {
  const graph = new Graph(new Parser().parse(turtle))
  return readForeignInvoice(graph, graph.node(iri))
}
const changed = (from: string, to: string) => {
  expect(written).toContain(from)
  return read(written.replace(from, to))
}

describe('an invoice of another app', () => {
  it('is read by the names that ours have, whichever way it spells schema.org', () => {
    const invoice = {
      recordKey: 'F-2025-7',
      kind: 'invoice',
      number: 'F-2025-7',
      issueDate: '2025-01-03',
      dueDate: '2025-02-03',
      sellerName: 'Énergie du Rhône',
      currency: 'EUR',
      amountDueCents: 4590,
    }
    expect(read(written)).toEqual(invoice)
    expect(changed('@prefix s: <http://', '@prefix s: <https://')).toEqual(invoice)
  })

  it.each([
    [
      'its seller by a name alone',
      '[ a s:Organization ; s:name " Énergie du Rhône " ]',
      '"EDR"',
      { sellerName: 'EDR' },
    ],
    ['its number in a node', '"F-2025-7"', '[ a s:PropertyValue ; s:value "F 7" ]', { number: 'F 7' }],
    ['no number', 's:confirmationNumber "F-2025-7" ;', '', { recordKey: iri }],
    [
      'no day on which it is due',
      's:paymentDueDate "2025-02-02T23:30:00Z"^^s:DateTime ;',
      '',
      { issueDate: '2025-01-03' },
    ],
    ['Dublin Core’s day of issue', 's:dateCreated', 'dct:issued', { issueDate: '2025-01-03' }],
    ['a price', 's:value "45.90" ; s:currency', 's:price 45.9 ; s:priceCurrency', { amountDueCents: 4590 }],
    ['what is asked back', '"45.90"', '"-45.900"', { kind: 'credit-note', amountDueCents: -4590 }],
  ])('may say %s', (_, from, to, expected) => expect(changed(from, to)).toMatchObject(expected))

  it.each([
    ['nothing of its type', 's:Invoice', 's:Order'],
    ['no amount', '"45.90"', '"on request"'],
    ['a tenth of a cent', '"45.90"', '"45.905"'],
    ['a decimal comma', '"45.90"', '"45,90"'],
    ['two amounts', '"45.90"', '"45.90", "54.90"'],
    ['no currency', 's:currency "EUR"', 's:currency "€"'],
    ['an amount without one', '[ a s:MonetaryAmount ; s:value "45.90" ; s:currency "EUR" ]', '45.90'],
    ['no seller', '" Énergie du Rhône "', '" "'],
    ['two sellers', '[ a s:Organization', '"Somebody", [ a s:Organization'],
    ['no day', '"2025-01-03"', '"January"'],
    ['a day that no month has', '"2025-01-03"', '"2025-02-30"'],
    ['an endless name', '" Énergie du Rhône "', `"${'x'.repeat(201)}"`],
  ])('is not read where it says %s', (_, from, to) => expect(changed(from, to)).toBeUndefined())

  it('is nothing of a circle', () => {
    expect(changed('[ a s:Organization ; s:name " Énergie du Rhône " ]', `<${iri}>`)).toBeUndefined()
  })
})
