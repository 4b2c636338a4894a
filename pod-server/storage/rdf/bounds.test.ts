import { describe, expect, it } from 'vitest'
import { check } from './check.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xml = (inner: string, entity = '', attributes = '') =>
  `<!DOCTYPE rdf:RDF [<!ENTITY e "${entity}">]><rdf:RDF xmlns:rdf="${rdf}" xmlns:x="http://x/" ${attributes}>${inner}</rdf:RDF>`
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const list = (many: number, item: string) => Array.from({ length: many }, () => item).join(',')
const far = `http://x/${'y/'.repeat(1000)}`
const tooFar = `http://x/${'y/'.repeat(16_000)}`

/** Documents whose cost, here or when they are read again, would not follow their length. */
const bombs: readonly [string, string, string, RegExp][] = [
  ['a base that is very long', 'text/turtle', `@base <${tooFar}>. <a> <b> <c> .`, /more than 4096 char/],
  [
    'a base that grows',
    'text/turtle',
    `@base <http://x/>. ${`@base <${'y/'.repeat(500)}>. `.repeat(10)} <a> <b> <c> .`,
    /more than 4096 char/,
  ],
  [
    'a base that is used often',
    'text/turtle',
    `@base <${far}>. ${'<a> <b> <c>.'.repeat(9000)}`,
    /written out/,
  ],
  [
    'a base that is left often',
    'text/turtle',
    `@base <http://x/${'y'.repeat(4000)}/z>. ${'<../> <../> <../>.'.repeat(9000)}`,
    /written out/,
  ],
  [
    'a prefix that is very long, and never used',
    'text/turtle',
    `@prefix p: <http://x/${'y'.repeat(8000)}>. <a> <b> <c> .`,
    /more than 4096 char/,
  ],
  [
    'a prefix that is used often',
    'text/turtle',
    `@prefix p: <http://x/${'y'.repeat(4000)}>. ${'p:a p:b p:c . '.repeat(5000)}`,
    /written out/,
  ],
  [
    'a type of literals that is used often',
    'text/turtle',
    `@prefix p: <http://x/${'y'.repeat(4000)}>. <a> <b> ${list(5000, '1^^p:t'.replace('1', '"1"'))}.`,
    /written out/,
  ],
  ['a number that is none', 'text/turtle', `<a> <b> ${'1'.repeat(120_000)}x .`, /digits/],
  ['N3 in N3', 'text/n3', `${'{'.repeat(5000)}${'}'.repeat(5000)} <#b> <#c> .`, /deep/],
  ['arrays in arrays', 'application/ld+json', `{"http://x/a":[${list(40, nested(95))}]}`, /deep/],
  [
    'a base of JSON-LD that is very long',
    'application/ld+json',
    `{"@context":{"@base":"${tooFar}"},"@graph":[${list(500, '{"@id":"a","http://x/b":1}')}]}`,
    /contexts/,
  ],
  [
    'a prefix of JSON-LD that is used often',
    'application/ld+json',
    `{"@context":{"p":"http://x/${'y'.repeat(4000)}/"},"http://x/a":[${list(2000, '{"p:b":1}')}]}`,
    /written out/,
  ],
  [
    'a context that is begun again and again',
    'application/ld+json',
    `{"@context":[{${Array.from({ length: 180 }, (_, n) => `"t${n}":"http://x/"`)}},${list(800, '{}')}],"t1":1}`,
    /contexts/,
  ],
  [
    'contexts in terms that are used often',
    'application/ld+json',
    `{"@context":{"a":{"@id":"http://x/a","@context":[${list(200, '{}')}]}},"a":[${list(500, '{"a":{}}')}]}`,
    /contexts/,
  ],
  [
    'a context behind another one of the same object',
    'application/ld+json',
    `{"\\u0040context":[${list(800, '{}')}],"@context":{},"http://x/a":1}`,
    /two contexts/,
  ],
  [
    'an entity that is used often',
    'application/rdf+xml',
    xml(list(500, '<rdf:Description rdf:about="&e;"/>'), 'x'.repeat(60_000)),
    /entities/,
  ],
  [
    'an entity that is too long for an IRI',
    'application/rdf+xml',
    xml('<x:a rdf:about="&e;"/>', tooFar),
    /more than/,
  ],
  [
    'an entity that hides behind a comment',
    'application/rdf+xml',
    `<!-- <!ENTITY a 'x -->${xml(list(500, '<rdf:Description rdf:about="&e;"/>'), `>${'x'.repeat(60_000)}`)}`,
    /entities/,
  ],
  [
    'a base of XML that is very long',
    'application/rdf+xml',
    xml(list(500, '<rdf:Description rdf:about="a"/>'), '', `xml:base="${tooFar}"`),
    /more than 4096 char/,
  ],
  [
    'a base of XML behind an entity',
    'application/rdf+xml',
    xml(list(500, '<rdf:Description rdf:about="a"/>'), 'x'.repeat(6000), `xml:base='http://x/&e;/'`),
    /not written out/,
  ],
  [
    'XML in XML',
    'application/rdf+xml',
    xml(`${'<x:a><x:b>'.repeat(5000)}${'</x:b></x:a>'.repeat(5000)}`),
    /deep/,
  ],
]

describe('a document that would cost more than its length', () => {
  it.each(bombs)('is refused for %s', async (_, type, text, reason) => {
    const fault = await check(Buffer.from(text), type, 'https://pod.example/a')
    expect(fault?.reason).toMatch(reason)
  })

  it('is read no further than that', async () => {
    const prefix = `@prefix p: <http://x/${'y'.repeat(4000)}>.`
    const one = `${prefix} ${'p:a p:b p:c . '.repeat(5000)}`
    const fault = await check(Buffer.from(`${one} nonsense`), 'text/turtle', 'https://pod.example/a')
    expect(fault?.reason).toMatch(/written out/)
  })

  it('is told so in a few words, whatever it quotes', async () => {
    const text = `<#a> <#b> "${'x'.repeat(5_000_000)}`
    const fault = await check(Buffer.from(text), 'text/turtle', 'https://pod.example/a')
    expect(fault?.reason.length).toBeLessThanOrEqual(200)
  })
})

describe('a document that is only long, or written short', () => {
  it.each([
    ['text/turtle', `<#a> <#b> "${'x'.repeat(5_000_000)}" .`],
    [
      'text/turtle',
      Array.from({ length: 9000 }, (_, n) => `<#s${n}> a <#T>; <#n> ${n}; <#m> 1, 2, 3.`).join('\n'),
    ],
    [
      'text/turtle',
      `@prefix : <#>. ${Array.from({ length: 9000 }, (_, n) => `:a${n} a :T; :n 1; :m 2.`).join('')}`,
    ],
    ['application/ld+json', `{"@id":"#a","http://x/b":"${'x'.repeat(3_000_000)}"}`],
    [
      'application/ld+json',
      `[${list(100, '{"@context":"https://www.w3.org/ns/activitystreams","type":"Note"}')}]`,
    ],
    [
      'application/rdf+xml',
      xml(
        list(2000, '<rdf:Description rdf:about="&e;Thing"><x:a rdf:resource="&e;b"/></rdf:Description>'),
        'http://www.w3.org/2002/07/owl#',
      ),
    ],
  ])('is taken: %s %.40s', async (type, text) => {
    expect(
      await check(Buffer.from(text), type, 'https://pod.example/alice/data/bank/2025-01'),
    ).toBeUndefined()
  })
})
