import { DataFactory } from 'n3'
import { describe, expect, it } from 'vitest'
import { renderDocumentation } from './documentation.ts'
import { tb } from './generated/terms.ts'
import { RDFS, SH, SKOS, TB } from './namespaces.ts'
import { ontologyQuads, shapeQuads } from './sources.ts'

const page = renderDocumentation()
const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '')

describe('the documentation', () => {
  it('has an anchor for each term and each shape, and no anchor twice', () => {
    expect(Object.values(tb).filter((iri) => !ids.includes(iri.slice(TB.length)))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leads to no anchor that is not there', () => {
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id ?? '')
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('is French with its English parts marked, loads nothing and runs nothing', () => {
    expect(page).toContain('<html lang="fr">')
    expect(page.match(/lang="en"/g)?.length).toBeGreaterThan(100)
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import/)
  })

  it('says what norms call a term and a field', () => {
    const notation = (subject: string, code: string) =>
      DataFactory.quad(
        DataFactory.namedNode(subject),
        DataFactory.namedNode(`${SKOS}notation`),
        DataFactory.literal(code),
      )
    const shapes = shapeQuads()
    const field = shapes.find(
      ({ predicate, object }) => predicate.value === `${SH}path` && object.value === tb.recordKey,
    )
    const result = renderDocumentation(
      [...ontologyQuads(), notation(tb.Meter, 'BT-999')],
      [
        ...shapes,
        DataFactory.quad(
          field?.subject ?? expect.fail(),
          DataFactory.namedNode(`${SKOS}notation`),
          DataFactory.literal('BT-998'),
        ),
      ],
    )
    expect(result).toContain('<code>BT-999</code>')
    expect(result).toContain('<code>BT-998</code>')
  })

  it('escapes whatever the sources say', () => {
    const hostile = '<script>alert("1")</script>\' onload=\'x'
    const change = (quads: ReturnType<typeof ontologyQuads>): ReturnType<typeof ontologyQuads> =>
      quads.map((it) =>
        it.object.termType === 'Literal' && it.object.language
          ? DataFactory.quad(it.subject, it.predicate, DataFactory.literal(hostile, it.object.language))
          : it,
      )
    const seeAlso = DataFactory.namedNode(`${RDFS}seeAlso`)
    const link = DataFactory.quad(
      DataFactory.namedNode(tb.Meter),
      seeAlso,
      DataFactory.namedNode('javascript:alert(1)'),
    )
    const result = renderDocumentation([...change(ontologyQuads()), link], change(shapeQuads()))
    expect(result).not.toMatch(/<script|' onload|href="javascript:/)
    expect(result).toContain('&#60;script&#62;')
  })

  it('names the namespace', () => expect(page).toContain(TB))
})
