import { DataFactory, Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { readBankOperation, writeBankOperation } from './generated/bank.ts'
import { tb } from './generated/terms.ts'
import { Graph } from './graph.ts'

const quads = new Parser().parse(`
  @prefix : <https://pod.example/#> .
  :b a :T ; :says "x", "x"@fr, "y" . :a a :T, :U ; :says "z" . :b :says "y" ; a :T .`)
const graph = new Graph(quads)
const iri = (name: string): string => `https://pod.example/#${name}`

describe('a Graph', () => {
  it('gives the values of a predicate, each once, in document order', () => {
    const values = graph.node(iri('b')).values(iri('says'))
    expect(values.map(({ value, language }) => value + language)).toEqual(['x', 'xfr', 'y'])
    expect(graph.node(iri('b')).values(iri('hears'))).toEqual([])
  })

  it('finds nodes by type, each once, in document order', () => {
    expect(graph.nodesOfType(iri('T')).map((node) => node.iri)).toEqual([iri('b'), iri('a')])
    expect(graph.nodesOfType(iri('V'))).toEqual([])
    expect([...graph.iris()]).toEqual([iri('b'), iri('a')])
  })

  it('has a node without values for what it says nothing of', () => {
    expect(graph.node(iri('c'))).toMatchObject({ iri: iri('c') })
    expect(graph.node(iri('c')).values(iri('says'))).toEqual([])
  })

  it('keeps a literal and an IRI of the same text apart', () => {
    const [node, says] = [DataFactory.namedNode(iri('n')), DataFactory.namedNode(iri('says'))]
    const both = [DataFactory.literal('a:b'), DataFactory.namedNode('a:b')]
    const values = new Graph(both.map((it) => DataFactory.quad(node, says, it)))
      .node(iri('n'))
      .values(iri('says'))
    expect(values).toHaveLength(2)
  })

  it('reads 10,000 operations well under a second', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      writeBankOperation(
        {
          recordKey: `F${index}`,
          bookingDate: '2025-01-03',
          amountCents: -1234 - index,
          currency: 'EUR',
          label: `CB MAGASIN ${index}`,
          bankReference: `F${index}`,
          account: 'https://pod.example/account.ttl',
        },
        iri(`F${index}`),
      ),
    ).flat()
    const operations = new Graph(many).nodesOfType(tb.BankOperation).map(readBankOperation)
    expect(operations.filter((operation) => operation?.currency === 'EUR')).toHaveLength(10_000)
  })
})
