import { describe, expect, it } from 'vitest'
import { canBeRdf } from './can-be-rdf.ts'
import { newestFirst, versionOf } from './newest-first.ts'
import { parseListing } from './parse-listing.ts'

const container = 'https://pod.example/alice/data/bank/'
const listing = (contains: string) => `
@prefix ldp: <http://www.w3.org/ns/ldp#>. @prefix dct: <http://purl.org/dc/terms/>.
@prefix posix: <http://www.w3.org/ns/posix/stat#>.
<> a ldp:Container; ldp:contains ${contains}.
<2025-01.ttl> dct:modified "2026-01-02T03:04:05Z"; posix:size 120.`

describe('a listing', () => {
  it('names the children with what the container says of them', () => {
    expect(parseListing(listing('<2025-01.ttl>, <b/>'), container)).toEqual([
      { url: `${container}2025-01.ttl`, isContainer: false, modified: '2026-01-02T03:04:05Z', size: 120 },
      { url: `${container}b/`, isContainer: true },
    ])
  })

  it('tells the content type of a child, where the server does', () => {
    const said = `${listing('<a>, <b.pdf>, <c>')}
      <a> a ldp:Resource, <http://www.w3.org/ns/iana/media-types/application/n-triples#Resource>.
      <b.pdf> a <http://www.w3.org/ns/iana/media-types/application/pdf#Resource>. <c> a ldp:Resource.`
    expect(parseListing(said, container).map(({ type }) => type)).toEqual([
      'application/n-triples',
      'application/pdf',
      undefined,
    ])
  })

  it.each([
    '<https://elsewhere.example/x.ttl>',
    '<../energy/x.ttl>',
    '<b/deep.ttl>',
    '<>',
    '<x.ttl?download>',
  ])('never leads outside of the container: %s', (claimed) => {
    expect(parseListing(listing(claimed), container)).toEqual([])
  })

  it('that is not Turtle is a fault', () => {
    expect(() => parseListing('<html>', container)).toThrow()
  })
})

describe('a document', () => {
  const named = (name: string, type?: string) => ({
    url: `${container}a1/${name}`,
    isContainer: false,
    ...(type ? { type } : {}),
  })
  it.each([
    named('2025-01.ttl'),
    named('2025-01.nt'),
    named('2025-01.JSONLD'),
    named('2025-01'),
    named('invoice.pdf', 'text/turtle'),
  ])('can be read as RDF: $url $type', (entry) => expect(canBeRdf(entry)).toBe(true))
  it.each([named('invoice.pdf'), named('note.txt'), named('2025-01', 'application/pdf')])(
    'cannot be read as RDF: $url $type',
    (entry) => expect(canBeRdf(entry)).toBe(false),
  )
})

describe('documents', () => {
  const at = (name: string) => ({ url: `${container}a1/${name}`, isContainer: false })
  it('are read descriptions first, then the latest month', () => {
    const names = ['2024-12.ttl', 'account.ttl', '2025-02.ttl', '2025-01.ttl'].map(at)
    expect(newestFirst(names).map(({ url }) => url.split('/').at(-1))).toEqual([
      'account.ttl',
      '2025-02.ttl',
      '2025-01.ttl',
      '2024-12.ttl',
    ])
  })
  it('are the same as before only when the server tells both time and size', () => {
    expect(versionOf({ ...at('x.ttl'), modified: 'm', size: 3 })).toBe('m 3')
    expect(versionOf({ ...at('x.ttl'), modified: 'm' })).toBeUndefined()
    expect(versionOf({ ...at('x.ttl'), size: 3 })).toBeUndefined()
  })
})
