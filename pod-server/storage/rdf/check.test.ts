import { describe, expect, it } from 'vitest'
import { check } from './check.ts'

const checked = (text: string, type: string) => check(Buffer.from(text), type, 'https://pod.example/a')

describe('a document that claims to be RDF', () => {
  it.each([
    ['text/turtle', ''],
    ['text/turtle', '<#a> <#b> "c", [ <#d> ( 1 2 ) ] .'],
    ['application/n-triples', '<http://x/a> <http://x/b> "c" .\n'],
    ['application/trig', '<#a> <#b> <#c> .'],
    ['application/n-quads', '<http://x/a> <http://x/b> "c" .\n'],
    ['text/n3', '<#a> <#b> <#c> .'],
    ['application/ld+json', '{"@id":"#a","http://x/b":"c"}'],
    ['application/ld+json', '[]'],
    ['application/ld+json', '\ufeff{"@id":"#a","http://x/b":"c"}'],
    ['text/turtle', '\ufeff<#a> <#b> <#c> .'],
    ['application/ld+json', '{"@context":"https://www.w3.org/ns/activitystreams","id":"#a","type":"Offer"}'],
    [
      'application/ld+json',
      '{"@context":"https://w3id.org/traboule/context.jsonld","id":"#a","type":"Meter"}',
    ],
    [
      'application/rdf+xml',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">
        <rdf:Description rdf:about="#a"><x:b>c</x:b></rdf:Description></rdf:RDF>`,
    ],
  ])('is taken when it is %s: %s', async (type, text) => {
    expect(await checked(text, type)).toBeUndefined()
  })

  it.each([
    ['text/turtle', '<#a> <#b> <#c> .\n<#a> <#b>', 2, /end of file|eof|Expected/i],
    ['text/turtle', '<#a> <#b> <#c> .\n\nnonsense .', 3, /nonsense|Unexpected/],
    ['text/turtle', '<#g> { <#a> <#b> <#c> }', 1, /./],
    ['application/n-triples', '<#a> <#b> <#c> .', 1, /./],
    ['application/trig', '<#g> { <#a> <#b> <#c> }', undefined, /named graph/],
    ['application/n-quads', '<http://x/a> <http://x/b> "c" <http://x/g> .\n', undefined, /named graph/],
    ['application/ld+json', '{\n"@id": }', 2, /not JSON/],
    ['application/ld+json', '{\n"a": 1,\n"b": 2', 3, /not JSON/],
    ['application/ld+json', '[\n{},\n{},\n{]\n]', 4, /not JSON/],
    ['application/ld+json', '"a"', 1, /object/],
    ['application/rdf+xml', 'nonsense', 1, /outside of root/],
    [
      'application/rdf+xml',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<a/></rdf:RDF>',
      2,
      /IRI/,
    ],
    ['application/ld+json', '{"@id":5}', undefined, /@id/],
    ['application/ld+json', '{"@context":"https://elsewhere.example/","a":1}', undefined, /elsewhere/],
    ['application/ld+json', `${'{"http://x/a":'.repeat(200)}1${'}'.repeat(200)}`, undefined, /deep/],
    ['text/turtle', '<#a> <#b> << <#c> <#d> <#e> >> .', 1, /./],
    ['text/turtle', '<#a> <#b> <<( <#c> <#d> <#e> )>> .', 1, /./],
    ['text/turtle', '<#a> <#b> "x"@ar--rtl .', 1, /./],
    ['text/turtle', '@prefix x: <c;d:e> .', 1, /IRI/],
    ['text/turtle', 'VERSION "1.2"\n<#a> <#b> <#c> .', 1, /./],
    ['text/n3', '?x <#b> <#c> .', undefined, /variable/],
    [
      'application/ld+json',
      '{"@id":"#g","@graph":[{"@id":"#a","http://x/b":"c"}]}',
      undefined,
      /named graph/,
    ],
  ])('is refused when it is no %s: %s', async (type, text, line, reason) => {
    expect(await checked(text, type)).toEqual({ line, reason: expect.stringMatching(reason) })
  })

  const rdfXml = (inner: string, entities = '') =>
    `${entities}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">${inner}`

  it('is refused when it is RDF/XML that is cut', async () => {
    const text = rdfXml('\n<rdf:Description rdf:about="#a"><x:b>c</x:b></rdf:Description>\n')
    const fault = { line: 3, reason: expect.stringMatching(/unclosed tag: rdf:RDF/) }
    expect(await checked(text, 'application/rdf+xml')).toEqual(fault)
  })

  it('is refused when it is RDF/XML whose entities make it many times larger', async () => {
    const text = (many: number) =>
      rdfXml(
        `<rdf:Description rdf:about="#a"><x:b>${'&e;'.repeat(many)}</x:b></rdf:Description></rdf:RDF>`,
        `<!DOCTYPE rdf:RDF [<!ENTITY e "${'x'.repeat(60_000)}">]>`,
      )
    expect(await checked(text(3), 'application/rdf+xml')).toBeUndefined()
    expect((await checked(text(10), 'application/rdf+xml'))?.reason).toMatch(/entities/)
  })

  it('is refused when it is not UTF-8', async () => {
    const bytes = Buffer.from([0x3c, 0x23, 0x61, 0x3e, 0xe9])
    expect((await check(bytes, 'text/turtle', 'https://pod.example/a'))?.reason).toMatch(/UTF-8/)
  })
})
