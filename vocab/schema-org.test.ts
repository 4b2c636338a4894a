import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { readBankAccount } from './generated/bank.ts'
import { Graph } from './graph.ts'
import { RDF, SCHEMA } from './namespaces.ts'
import { oneSpelling } from './schema-org.ts'
import { example } from './testing/records.ts'

describe('schema.org', () => {
  it.each(['http://schema.org/name', 'http://www.schema.org/name', 'https://www.schema.org/name'])(
    'is one however it is spelled: %s',
    (iri) => expect(oneSpelling(iri)).toBe(`${SCHEMA}name`),
  )

  it.each([
    'https://schema.org/name',
    'http://schema.organic/name',
    'https://example.org/?http://schema.org/name',
    'http://pending.schema.org/name',
    'urn:http://schema.org/name',
  ])('is not %s, which stays as it is', (iri) => expect(oneSpelling(iri)).toBe(iri))
})

describe('a graph', () => {
  const iri = 'https://shop.example/#i'
  const graph = new Graph(
    new Parser().parse(`@prefix s: <http://schema.org/> . @prefix t: <https://schema.org/> .
      <${iri}> a s:Invoice ; s:paymentStatus s:PaymentDue, t:PaymentDue ; s:url <http://schema.org/> ; s:name "http://schema.org/" .`),
  )
  const said = (predicate: string) =>
    graph
      .node(iri)
      .values(predicate)
      .map(({ value }) => value)

  it('reads types, properties and values of either spelling as one', () => {
    expect(graph.nodesOfType(`${SCHEMA}Invoice`).map((it) => it.iri)).toEqual([iri])
    expect(said(`${RDF}type`)).toEqual([`${SCHEMA}Invoice`])
    expect(said(`${SCHEMA}paymentStatus`)).toEqual([`${SCHEMA}PaymentDue`])
  })

  it('leaves texts as they are', () => expect(said(`${SCHEMA}name`)).toEqual(['http://schema.org/']))

  it('gives the same record of a document in the other spelling', () => {
    const { quads, iri } = example('bank-account')
    const other = JSON.parse(JSON.stringify(quads).replaceAll('https://schema.org/', 'http://schema.org/'))
    const record = readBankAccount(new Graph(quads).node(iri))
    expect(record).toBeDefined()
    expect(readBankAccount(new Graph(other).node(iri))).toEqual(record)
  })
})
