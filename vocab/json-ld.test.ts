import { JsonLdParser } from 'jsonld-streaming-parser'
import type { Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { canonicalLines } from './canonical.ts'
import { renderDocumentation } from './documentation/page.ts'
import { Graph, type Term } from './graph.ts'
import { toJsonLd } from './json-ld.ts'
import { CONTEXT, RDF, TB } from './namespaces.ts'
import { compact } from './prefixes.ts'
import { readContext, vocabularyQuads } from './sources.ts'
import { example, RECORDS } from './testing/records.ts'

/** As any client reads it that has our context at hand. */
function parse(text: string): Promise<Quad[]> {
  const load = async (url: string) => {
    if (url !== CONTEXT) throw new Error(`fetched ${url}`)
    return JSON.parse(readContext())
  }
  return new Promise((done, fail) => {
    const quads: Quad[] = []
    const parser = new JsonLdParser({ documentLoader: { load } })
    parser
      .on('data', (quad) => quads.push(quad))
      .on('error', fail)
      .on('end', () => done(quads))
    parser.end(text)
  })
}

describe('the vocabulary as JSON-LD', () => {
  it('says what the Turtle says: terms, labels and shapes', async () => {
    const turtle = vocabularyQuads()
    const read = await parse(toJsonLd(turtle))
    expect(read).toHaveLength(turtle.length)
    const named = (quads: readonly Quad[]) =>
      quads
        .filter((it) => it.subject.termType === 'NamedNode' && it.object.termType !== 'BlankNode')
        .map(({ subject, predicate, object }) =>
          [subject.value, predicate.value, object.value, object.termType, typeOf(object)].join(' '),
        )
        .sort()
    expect(named(read)).toEqual(named(turtle))
    expect(renderDocumentation('en', read, read)).toBe(renderDocumentation('en', turtle, turtle))
  })

  it('keeps languages, datatypes and what looks like an IRI', async () => {
    const { quads } = example('bank-operation')
    expect(lines(await parse(toJsonLd(quads)))).toEqual(lines(quads))
  })
})

describe('the context', () => {
  it.each(Object.keys(RECORDS))('lets %s be written by the names of its fields alone', async (name) => {
    const { quads, iri } = example(name)
    expect(lines(await parse(compactJson(quads, iri)))).toEqual(lines(quads))
  })
})

const typeOf = (term: Term): string => `${term.datatype?.value} ${term.language ?? ''}`

const lines = (quads: readonly Quad[]): string[] => canonicalLines(quads as never)

/** What the context knows of a value's kind is left out. */
function compactJson(quads: readonly Quad[], iri: string): string {
  const node = new Graph(quads).node(iri)
  const predicates = [...new Set(quads.map(({ predicate }) => predicate.value))]
  const fields = predicates.map((path) => {
    const values = node
      .values(path)
      .map(({ value, language }) => (language ? { '@value': value, '@language': language } : value))
    return path === `${RDF}type` ? ['type', values.map((it) => nameOf(String(it)))] : [nameOf(path), values]
  })
  return JSON.stringify({ '@context': CONTEXT, id: iri, ...Object.fromEntries(fields) })
}

const nameOf = (iri: string): string => (iri.startsWith(TB) ? iri.slice(TB.length) : compact(iri))
