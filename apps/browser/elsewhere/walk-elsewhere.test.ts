import { describe, expect, it } from 'vitest'
import { parseListing } from '../../shared/pod/parse-listing.ts'
import { walkElsewhere } from './walk-elsewhere.ts'

const parser = {
  listing: async (url: string, bytes: Uint8Array) => parseListing(new TextDecoder().decode(bytes), url),
}
const pod = 'https://pod.example/alice/'

/** A pod's answers by path: a list of children, or a status. */
function server(answers: Record<string, readonly string[] | number>) {
  const asked: string[] = []
  const fetch = async (url: string): Promise<Response> => {
    const path = url.slice(pod.length)
    asked.push(path)
    const answer = answers[path] ?? 404
    if (typeof answer === 'number') return new Response('', { status: answer })
    const children = answer.map((name) => `<${name}>`).join(', ')
    return new Response(`<> <http://www.w3.org/ns/ldp#contains> ${children || '<none>'}.`, {
      headers: { 'content-type': 'text/turtle' },
    })
  }
  return { fetch, asked }
}

const paths = (entries: readonly { readonly url: string }[]) =>
  entries.map(({ url }) => url.slice(pod.length)).sort()

describe('what is in a pod beside what partners sent', () => {
  it('is found in each folder of the root, at any depth that people sort in, and in the root itself', async () => {
    const { fetch, asked } = server({
      '': ['README', 'photos/', 'data/', 'log/', 'consents/', 'inbox/'],
      'photos/': ['a.jpg', '2024/'],
      'photos/2024/': ['05/'],
      'photos/2024/05/': ['12/'],
      'photos/2024/05/12/': ['at-noon/'],
      'photos/2024/05/12/at-noon/': ['b.ttl'],
    })
    const { documents, failures } = await walkElsewhere(fetch, parser, pod)
    expect(paths(documents)).toEqual(['README', 'photos/2024/05/12/at-noon/b.ttl', 'photos/a.jpg'])
    expect(failures).toEqual([])
    expect(asked.filter((it) => /^(data|log|consents|inbox)/.test(it))).toEqual([])
  })

  it('says what it could not open, and shows the rest', async () => {
    const { fetch } = server({ '': ['a/', 'b/'], 'a/': 500, 'b/': ['1.ttl'] })
    const { documents, failures } = await walkElsewhere(fetch, parser, pod)
    expect(paths(documents)).toEqual(['b/1.ttl'])
    expect(failures.map(({ kind, url }) => [kind, url])).toEqual([['server', `${pod}a/`]])
  })

  it('is nothing, and says why, where the root would not open', async () => {
    const { documents, failures } = await walkElsewhere(server({ '': 403 }).fetch, parser, pod)
    expect(documents).toEqual([])
    expect(failures.map(({ kind }) => kind)).toEqual(['refused'])
  })

  it('is bounded in folders, and says so', async () => {
    const folders = Array.from({ length: 101 }, (_, at) => `f${at}/`)
    const answers = Object.fromEntries(folders.map((it) => [it, ['x.ttl']]))
    const { documents, failures } = await walkElsewhere(
      server({ '': folders, ...answers }).fetch,
      parser,
      pod,
    )
    expect(documents).toHaveLength(100)
    expect(failures.map(({ kind, url }) => [kind, url])).toEqual([['too-large', pod]])
  })
})
