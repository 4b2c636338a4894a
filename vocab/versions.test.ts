import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { tb } from './generated/terms.ts'
import { Graph } from './graph.ts'
import { latestVersions } from './versions.ts'

const PREFIXES = `@prefix tb: <https://w3id.org/traboule/ns#> . @prefix prov: <http://www.w3.org/ns/prov#> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`
const node = (iri: string, key: string): string => `<${iri}> a tb:BankOperation ; tb:recordKey "${key}" .`
const run = (iri: string, time: string, ...nodes: string[]): string =>
  `<${iri}> a tb:ImportRun ; prov:endedAtTime "${time}"^^xsd:dateTime ; prov:generated ${nodes.map((it) => `<${it}>`).join(', ')} .`

function versions(...turtle: string[]): { current: string[]; superseded: string[] } {
  const graph = new Graph(
    new Parser({ baseIRI: 'https://pod.example/' }).parse([PREFIXES, ...turtle].join('\n')),
  )
  const { current, superseded } = latestVersions(graph, tb.BankOperation)
  const names = (nodes: { iri: string }[]): string[] =>
    nodes.map(({ iri }) => iri.replace('https://pod.example/', ''))
  return { current: names(current), superseded: names(superseded) }
}

describe('latestVersions', () => {
  const both = [node('d#F1.a', 'F1'), node('d#F1.b', 'F1'), node('d#F2.c', 'F2')]

  it('takes the version that the latest run states, whatever the order of the document', () => {
    const runs = [
      run('d#r1', '2025-02-01T00:00:00Z', 'd#F1.a', 'd#F2.c'),
      run('d#r2', '2025-03-01T00:00:00Z', 'd#F1.b'),
    ]
    const expected = { current: ['d#F1.b', 'd#F2.c'], superseded: ['d#F1.a'] }
    expect(versions(...both, ...runs)).toEqual(expected)
    expect(versions(...runs.reverse(), ...both)).toEqual(expected)
  })

  it('goes back to a version that a later run states again', () => {
    const runs = ['d#F1.a', 'd#F1.b', 'd#F1.a'].map((it, at) =>
      run(`d#r${at}`, `2025-0${at + 1}-01T00:00:00Z`, it),
    )
    expect(versions(...both, ...runs)).toEqual({ current: ['d#F1.a', 'd#F2.c'], superseded: ['d#F1.b'] })
  })

  it('compares instants, not their text', () => {
    const runs = [
      run('d#r1', '2025-01-01T01:00:00+02:00', 'd#F1.b'),
      run('d#r2', '2024-12-31T23:30:00Z', 'd#F1.a'),
    ]
    expect(versions(...both, ...runs).superseded).toEqual(['d#F1.b'])
  })

  it('keeps one record a document, and hears only the runs of its own document', () => {
    const elsewhere = run('e#r', '2026-01-01T00:00:00Z', 'd#F1.a', 'e#F1.z')
    const result = versions(
      ...both,
      node('e#F1.z', 'F1'),
      run('d#r1', '2025-01-01T00:00:00Z', 'd#F1.b'),
      elsewhere,
    )
    expect(result).toEqual({ current: ['e#F1.z', 'd#F1.b', 'd#F2.c'], superseded: ['d#F1.a'] })
  })

  it('chooses the same version each time when no run, or a run without a time, states any', () => {
    const timeless = '<d#r> a tb:ImportRun ; prov:generated <d#F1.a> ; prov:endedAtTime "today" .'
    const [first, second] = [versions(...both, timeless), versions(...both.toReversed(), timeless)]
    expect(first.current.toSorted()).toEqual(second.current.toSorted())
    expect(first.superseded).toEqual(second.superseded)
  })

  it('tells when each node was stated last', () => {
    const graph = new Graph(
      new Parser({ baseIRI: 'https://pod.example/' }).parse(
        [
          PREFIXES,
          ...both,
          run('d#r1', '2025-01-01T00:00:00Z', 'd#F1.a', 'd#F1.b'),
          run('d#r2', '2025-02-01T00:00:00Z', 'd#F1.b'),
        ].join('\n'),
      ),
    )
    expect([...latestVersions(graph, tb.BankOperation).statedAt]).toEqual([
      ['https://pod.example/d#F1.a', Date.UTC(2025, 0, 1)],
      ['https://pod.example/d#F1.b', Date.UTC(2025, 1, 1)],
    ])
  })

  it('leaves nodes without a key alone', () => {
    expect(versions('<d#a> a tb:BankOperation .', '<d#b> a tb:BankOperation .').current).toEqual([
      'd#a',
      'd#b',
    ])
  })
})
