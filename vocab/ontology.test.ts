import { describe, expect, it } from 'vitest'
import { allCategories } from './generated/categories.ts'
import { categoryTerms } from './generated/category-terms.ts'
import { Graph } from './graph.ts'
import { RDF, RDFS, SKOS, TB } from './namespaces.ts'
import { bilingual, readShapes } from './shape-model.ts'
import { ontologyQuads, SHAPES, shapeQuads } from './sources.ts'

const ontology = new Graph(ontologyQuads())
const terms = [...ontology.iris()].filter((iri) => iri.startsWith(TB))

describe('the ontology', () => {
  it.each(terms)('names and explains %s in French and English', (iri) => {
    const node = ontology.node(iri)
    const concept = node.values(`${RDF}type`).some(({ value }) => value.startsWith(SKOS))
    expect(bilingual(node, concept ? `${SKOS}prefLabel` : `${RDFS}label`)).not.toContain('')
    expect(bilingual(node, concept ? `${SKOS}definition` : `${RDFS}comment`)).not.toContain('')
  })

  it('defines each of our terms that it or a shape uses', () => {
    const shapes = readShapes(shapeQuads()).map(({ iri }) => iri)
    const used = [...ontologyQuads(), ...shapeQuads()]
      .flatMap(({ predicate, object }) => [
        predicate.value,
        object.termType === 'NamedNode' ? object.value : '',
      ])
      .filter((iri) => iri.startsWith(TB))
    const known = new Set([...terms, ...shapes])
    expect([...new Set(used)].filter((iri) => !known.has(iri))).toEqual([])
  })

  it('has a category for each domain, of classes that have a shape', () => {
    const targets = readShapes(shapeQuads()).flatMap(({ types }) => types)
    expect(allCategories.map(({ id }) => id)).toEqual([
      ...['bank', 'invoices', 'purchases', 'energy', 'water', 'telecom', 'insurance'],
      ...['mobility', 'city', 'benefits', 'contacts', 'media', 'wellbeing', 'health'],
    ])
    expect(Object.keys(categoryTerms)).toEqual(allCategories.map(({ id }) => id))
    const classes = Object.values(categoryTerms).flatMap((it) => it.classes)
    expect(classes.filter((it) => !targets.includes(it))).toEqual([])
  })

  it('has each class of a domain’s module held by the category of that domain', () => {
    for (const [id, { classes }] of Object.entries(categoryTerms)) {
      const own = SHAPES.includes(id)
        ? readShapes(shapeQuads([id])).flatMap(({ types }) => types[0] ?? [])
        : []
      expect([id, own.filter((it) => !classes.includes(it))]).toEqual([id, []])
    }
  })

  it('names each category after its folder, and links it to what DPV calls it', () => {
    for (const [id, { iri }] of Object.entries(categoryTerms)) {
      expect(iri).toBe(`${TB}${id}Data`)
      const broader = ontology.node(iri).values(`${SKOS}broadMatch`)
      expect(broader.map(({ value }) => value)).toContainEqual(expect.stringContaining('w3id.org/dpv/pd#'))
    }
  })
})
