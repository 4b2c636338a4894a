import { describe, expect, it } from 'vitest'
import { parseListing } from './parse-listing.ts'
import { type ListingParser, walk, walkData } from './walk.ts'

/** The same parser that the worker runs. */
const parser: ListingParser = {
  listing: async (url, bytes) => parseListing(new TextDecoder().decode(bytes), url),
}

/** A pod's answers by address: a list of children, or a status. */
const pod =
  (answers: Record<string, readonly string[] | number>) =>
  async (url: string): Promise<Response> => {
    const answer = answers[new URL(url).pathname] ?? 404
    if (typeof answer === 'number') return new Response('', { status: answer })
    const children = answer.map((name) => `<${name}>`).join(', ')
    return new Response(`<> <http://www.w3.org/ns/ldp#contains> ${children || '<none>'}.`, {
      headers: { 'content-type': 'text/turtle' },
    })
  }
const at = (path: string) => `https://pod.example${path}`

describe('a walk', () => {
  it('finds the documents below each container, and tells which would not open', async () => {
    const { documents, failures } = await walk(
      pod({ '/a/': ['x/', 'note.txt'], '/a/x/': ['1.ttl'], '/b/': 403 }),
      parser,
      [at('/a/'), at('/b/')],
    )
    expect(documents.map(({ url }) => url).sort()).toEqual([at('/a/note.txt'), at('/a/x/1.ttl')])
    expect(failures.map(({ kind, url }) => [kind, url])).toEqual([['refused', at('/b/')]])
  })

  it('finds what a partner sent whatever it is called', async () => {
    const names = ['2025-01.ttl', '2025-02', 'invoice.pdf', 'x.nt']
    const { documents, failures } = await walk(pod({ '/a/': names }), parser, [at('/a/')])
    expect(documents.map(({ url }) => url).sort()).toEqual(names.map((name) => at(`/a/${name}`)))
    expect(failures).toEqual([])
  })

  it('lets what floods one container hide nothing of another, and says so', async () => {
    const many = Array.from({ length: 5001 }, (_, index) => `${index}.ttl`)
    const { documents, failures } = await walk(pod({ '/a/': many, '/b/': ['1.ttl'] }), parser, [
      at('/a/'),
      at('/b/'),
    ])
    expect(documents).toHaveLength(5001)
    expect(documents.map(({ url }) => url)).toContain(at('/b/1.ttl'))
    expect(failures.map(({ kind, url }) => [kind, url])).toEqual([['too-large', at('/a/')]])
  })

  it('opens so many folders of one container, and says so', async () => {
    const many = Array.from({ length: 5001 }, (_, index) => `${index}/`)
    const empty = Object.fromEntries(many.map((name) => [`/a/${name}`, [] as string[]]))
    const { failures } = await walk(pod({ '/a/': many, ...empty }), parser, [at('/a/')])
    expect(failures.map(({ kind, url }) => [kind, url])).toEqual([['too-large', at('/a/')]])
  })

  it('goes four levels deep and no deeper', async () => {
    const levels = { '/a/': ['a/'], '/a/a/': ['a/'], '/a/a/a/': ['a/'], '/a/a/a/a/': ['a/', 'x.ttl'] }
    const { documents, failures } = await walk(pod(levels), parser, [at('/a/')])
    expect(documents).toHaveLength(1)
    expect(failures.map(({ kind }) => kind)).toEqual(['too-large'])
  })
})

describe('a walk through the data of a pod', () => {
  const flood = Array.from({ length: 5001 }, (_, index) => `${index}.ttl`)
  const data = {
    '/data/': ['bank/', 'energy/'],
    '/data/bank/': ['evil/'],
    '/data/bank/evil/': flood,
    '/data/energy/': ['grid/', 'gone/'],
    '/data/energy/grid/': ['m1/'],
    '/data/energy/grid/m1/': ['2026-11.ttl'],
  }

  it('finds what each partner sent, whatever another floods it with, and says whose is not whole', async () => {
    const { documents, containers, failures } = await walkData(pod(data), parser, [at('/data/')])
    expect(documents.map(({ url }) => url)).toContain(at('/data/energy/grid/m1/2026-11.ttl'))
    expect(failures.map(({ kind, url }) => [kind, url])).toEqual([
      ['too-large', at('/data/bank/evil/')],
      ['missing', at('/data/energy/gone/')],
    ])
    expect([...containers].sort()).toEqual(Object.keys(data).map(at).sort())
  })
})
