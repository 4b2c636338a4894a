import type { Literal, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, it } from 'vitest'
import { Parser } from '../storage/rdf/n3-of-css.ts'
import { DocumentTriples } from './DocumentTriples.ts'

const url = 'https://pod.example/alice/d'
const parse = (text: string) => new Parser({ baseIRI: url }).parse(text) as unknown as Quad[]
const wanted = new Map([['x', 'http://x.example/']])
const document = (text: string) => DocumentTriples.read(url, Buffer.from(text))
/** A document with triples behind it, as anybody reads it. */
const withTriples = async (text: string, more: string, prefixes = wanted) => {
  const triples = await document(text)
  return triples.with(parse(more), prefixes).text
}

describe('a document', () => {
  it('knows what it says, and of what', async () => {
    const { said } = await document('@prefix x: <http://x.example/>. <#a> x:b 1, "é"@fr; x:c [].')
    const [has, hasNot] = parse('<#a> <http://x.example/b> 1 . <#a> <http://x.example/b> "1" .') as [
      Quad,
      Quad,
    ]
    expect([said.has(has), said.has(hasNot)]).toEqual([true, false])
    expect(said.speaksOf(has.subject)).toBe(true)
    expect(said.speaksOf(parse('<#z> <http://x.example/b> 1 .')[0]?.subject as Quad['subject'])).toBe(false)
  })

  it('is said to be none when it is none', async () => {
    await expect(document('<#a> <#b> .')).rejects.toThrow()
  })

  it.each([
    ['', 'a document that is empty'],
    ['<#a> <#b> <#c> .', 'one with no line end'],
    ['<#a> <#b> <#c> . # the end', 'one that ends in a comment'],
    ['@base <http://elsewhere.example/x/> . <#a> <#b> <#c> .', 'one with a base of its own'],
    ['PREFIX x: <http://other.example/> x:a x:b x:c .', 'one where a prefix is another'],
    [
      '@prefix x: <http://x.example/>. @prefix x: <http://second.example/>. x:a x:b x:c .',
      'one that says it twice',
    ],
    ['<#a> <#b> """@base <x> .""" .', 'one that only speaks of a base'],
    [
      Array.from({ length: 120 }, (_, n) => `@prefix p${n}: <http://x.example/${n}/>.`).join('\n'),
      'one of many prefixes',
    ],
  ])('%s takes triples behind it: %s', async (text) => {
    const more =
      '@prefix x: <http://x.example/>. <#new> x:b 1, "é\\"\\n"@fr, 1.50, "2026-01-01"^^x:date; x:p <http://x.example/3/q>, <other>, </root>.'
    const found = parse(await withTriples(text, more)).map((quad) => JSON.stringify(quad))
    expect(found).toEqual([...parse(text), ...parse(more)].map((quad) => JSON.stringify(quad)))
  })

  it('is written by the prefixes that come with the triples, once', async () => {
    const triples = await document('')
    for (const n of [1, 2]) {
      const { text, keep } = triples.with(parse(`<#n${n}> <http://x.example/b> ${n} .`), wanted)
      keep()
      expect(text.match(/@prefix x:/g)).toHaveLength(1)
      expect(text).toContain(`<#n${n}> x:b ${n}`)
    }
  })

  it('writes no IRI that is none', async () => {
    const { namedNode, quad } = DataFactory
    for (const iri of ['http://x/a>', 'http://x/ ', 'http://x/\u0000', 'http://x/{', '#a\\b']) {
      const triples = await document('')
      const odd = quad(namedNode(`${url}#a`), namedNode(iri), namedNode(`${url}#c`)) as unknown as Quad
      expect(() => triples.with([odd], new Map())).toThrow('an IRI that is none')
    }
  })

  it('says what was inserted, and what it said before, to whoever reads it, whatever both are', async () => {
    let state = 7
    const random = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const one = <T>(of: readonly T[]) => of[random(of.length)] as T
    const documents = [
      '',
      '@prefix doi: <https://doi.org/> . @prefix urn: <http://evil.example/> . doi:a urn:b doi:c .',
      '@prefix : <#> . :a :b "é" .',
      '@base <http://elsewhere.example/x/> . @prefix http: <y#> . <a> http:b <c> .',
      '\uFEFF<#a> <#b> <#c> .\r\n# end',
    ]
    const iris = [
      ...[
        'doi:abc',
        'urn:b',
        'http://a/',
        'tag:x,2026:y',
        `${url}#op:1`,
        `${url}#`,
        url,
        `${url}x`,
        `${url}?x=a:b`,
      ],
      ...[
        'https://pod.example/alice/other#op:1',
        'https://pod.example/alice/a:b',
        'https://pod.example/?q#f',
      ],
      ...[
        'http://x.example/b',
        'http://x.example/b-',
        'http://x.example/1',
        'http://x.example/b.c',
        'http://é/ö%20',
      ],
      ...['https://doi.org/10.1/x', 'https://doi.org/a_b', 'http://x.example/', 'http://x.example/a/b'],
    ]
    const texts = [
      '',
      'é',
      '"',
      '\\',
      "'",
      '\n\r\t',
      '\u0000\u0007\u007f',
      '1',
      '-1.50',
      '007',
      '1e5',
      'true',
      '😀',
      '"""',
      `${'9'.repeat(80)}`,
    ]
    const types = ['integer', 'decimal', 'double', 'boolean', 'date', 'string'].map(
      (it) => `http://www.w3.org/2001/XMLSchema#${it}`,
    )
    const { namedNode, literal, quad } = DataFactory
    const object = () =>
      random(2)
        ? namedNode(one(iris))
        : literal(one(texts), random(3) ? namedNode(one([...types, ...iris])) : 'fr-be')
    const said = (quads: readonly Quad[]) => {
      const lines = quads.map(({ subject, predicate, object }) => {
        const { language, datatype } = object as Literal
        return JSON.stringify([subject.value, predicate.value, object.value, language, datatype?.value])
      })
      return [...new Set(lines)].sort()
    }
    for (let round = 0; round < 400; round++) {
      const before = one(documents)
      const triples = await document(before)
      const come = Array.from({ length: 1 + random(6) }, () =>
        quad(
          namedNode(one(iris)),
          namedNode(one([...iris, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'])),
          object(),
        ),
      ) as unknown as Quad[]
      const fresh = come.filter((it) => !triples.said.has(it))
      const prefixes = new Map([
        one([
          ['x', 'http://x.example/'],
          ['http', 'http://x.example/'],
          ['', `${url}#`],
        ] as const),
      ])
      const { text } = triples.with(fresh, prefixes)
      const now = parse(text.replace(/^\uFEFF/, ''))
      expect({ text, said: said(now) }).toEqual({
        text,
        said: said([...parse(before.replace(/^\uFEFF/, '')), ...fresh]),
      })
    }
  })
})
