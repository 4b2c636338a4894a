import { describe, expect, it } from 'vitest'
import { renderDocumentation } from './documentation/page.ts'
import { Graph } from './graph.ts'
import { MESINFOS, SKOS, TB } from './namespaces.ts'
import { alignmentQuads, ontologyQuads, shapeQuads } from './sources.ts'

const links = alignmentQuads()

describe('the alignment with the vocabulary of 2017', () => {
  it('is of terms that there are', () => {
    const aligned = new Set(links.map(({ subject }) => subject.value))
    expect([...aligned].filter((iri) => !iri.startsWith(TB))).toEqual([])
    // Its links alone do not define a term.
    const ontology = new Graph(ontologyQuads().filter((it) => !it.object.value.startsWith(MESINFOS)))
    const defined = new Set([...ontology.iris(), ...shapeQuads().map(({ subject }) => subject.value)])
    expect([...aligned].filter((iri) => !defined.has(iri))).toEqual([])
    expect(aligned.size).toBeGreaterThan(10)
  })

  it('is links alone: an item by its number where it is kept, and no word of its text', () => {
    for (const { predicate, object } of links) {
      expect([`${SKOS}closeMatch`, `${SKOS}relatedMatch`]).toContain(predicate.value)
      expect(object.termType).toBe('NamedNode')
      expect(object.value.slice(MESINFOS.length)).toMatch(/^(enedis-)?Q\d{3}$/)
      expect(object.value.startsWith(MESINFOS)).toBe(true)
    }
  })

  it('is read on the page', () => {
    const page = renderDocumentation('fr')
    expect(page).toContain(`href="${MESINFOS}enedis-Q122"`)
    expect(page).toContain('<code>mesinfos:enedis-Q122</code>')
  })
})
