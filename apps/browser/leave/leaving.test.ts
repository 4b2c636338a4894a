import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PodFailure } from '../../shared/pod/failure.ts'
import type { Fetch } from '../../shared/pod/get.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import { CopyMaker } from './CopyMaker.ts'
import { failureWords } from './failure-words.ts'
import { openCopy } from './open-copy.ts'
import { takeBack } from './take-back.ts'
import { unfold, zipDirectory } from './zip-reader.ts'

const pod = 'https://pod.example/alice/'
const webId = `${pod}profile/card#me`

/** A server's other end: documents by address, and what is sent to it. */
class Edge {
  readonly documents = new Map<string, { type: string; body: string }>()
  fails = new Set<string>()
  puts: string[] = []
  readonly fetch: Fetch = async (url, init) => {
    if (this.fails.has(url)) throw new TypeError('fetch failed')
    const there = this.documents.get(url)
    if (init?.method === 'PUT') {
      this.puts.push(url)
      if (there) return new Response(null, { status: 412 })
      const type = new Headers(init.headers).get('content-type') ?? ''
      this.documents.set(url, {
        type,
        body: init.body ? new TextDecoder().decode(init.body as Uint8Array) : '',
      })
      return new Response(null, { status: 201 })
    }
    return there
      ? new Response(there.body, { headers: { 'content-type': there.type, etag: '"1"' } })
      : new Response(null, { status: 404 })
  }
  readonly list = async (container: string): Promise<Entry[]> => {
    const below = [...this.documents.keys()].filter((url) => url.startsWith(container) && url !== container)
    if (below.length === 0) throw new PodFailure('missing', container, 404)
    const names = new Set(below.map((url) => /^[^/]+\/?/.exec(url.slice(container.length))?.[0] ?? ''))
    // As our servers do.
    names.delete('log/')
    return [...names].map((name) => ({ url: container + name, isContainer: name.endsWith('/') }))
  }
  say(path: string, body: string, type = 'text/turtle'): void {
    this.documents.set(pod + path, { type, body })
  }
}

function aPod(): Edge {
  const edge = new Edge()
  edge.say('notes/a.ttl', `<#a> <${pod}p> <${webId}>, [ <#b> 1 ].`)
  edge.say('notes/A.ttl', '<#a> <#b> "a".')
  edge.say('notes/%C3%A9t%C3%A9', 'rien', 'text/plain')
  edge.say('profile/card', '<#me> <#p> 1.')
  edge.say('log/2026-11-26', '<#l> <#p> 1.')
  edge.documents.set('https://pod.example/.agent/grants', { type: 'application/json', body: '{"grants":[]}' })
  return edge
}

const source = ({ fetch, list }: Edge) => ({
  pod,
  webId,
  fetch,
  list,
  beside: { 'grants.json': { url: 'https://pod.example/.agent/grants', accept: 'application/json' } },
})
const copyOf = (edge: Edge) => new CopyMaker(source(edge)).run(() => {})
/** Addresses of all that is there, with the folders that it is in. */
const all = (edge: Edge) =>
  new Set([...edge.documents.keys()].flatMap((url) => [url, url.slice(0, url.lastIndexOf('/') + 1)]))

describe('a copy', () => {
  it('holds every document as it stands, explained, with a manifest that is true of them', async () => {
    const blob = await copyOf(aPod())
    const entries = await zipDirectory(blob)
    expect([...entries.keys()]).toEqual([
      'grants.json',
      'files/log/2026-11-26$.ttl',
      'files/notes/a.ttl',
      'files/notes/A.ttl~2',
      'files/notes/%C3%A9t%C3%A9',
      'files/profile/card$.ttl',
      'LISEZMOI.txt',
      'README.txt',
      'manifest.json',
    ])
    const { manifest, file } = await openCopy(blob)
    expect(manifest).toMatchObject({ format: 'traboule-copy-1', pod, webId })
    expect(new TextDecoder().decode(await file('files/notes/A.ttl~2'))).toBe('<#a> <#b> "a".')
    const readMe = entries.get('README.txt')
    expect(readMe && new TextDecoder().decode(await unfold(blob, readMe))).toContain('IT IS PRIVATE')
  })

  it('goes on where it was interrupted, and leaves nothing out unsaid', async () => {
    const edge = aPod()
    const maker = new CopyMaker(source(edge))
    edge.fails.add(`${pod}notes/%C3%A9t%C3%A9`)
    await expect(maker.run(() => {})).rejects.toMatchObject({ kind: 'unreachable' })
    expect([maker.done, maker.total]).toEqual([3, 5])
    edge.fails.clear()
    edge.documents.delete(`${pod}profile/card`)
    const { manifest } = await openCopy(await maker.run(() => {}))
    expect(manifest.resources.map(({ path }) => path)).toContain('notes/%C3%A9t%C3%A9')
    expect(maker.gone).toEqual([`${pod}profile/card`])
  })
})

it('a pod of more than a copy can hold is told so, and not that the server is at fault', () => {
  expect(failureWords(new PodFailure('too-large', pod))).toMatch(/50\s000/)
})

describe('a partner’s odd file', () => {
  it('keeps no copy from being taken back, itself included', async () => {
    const edge = aPod()
    const bill = `${pod}data/bank/banque/bill.pdf`
    for (const type of [`application/pdf; x=\ty`, `application/pdf; x=${'y'.repeat(600)}`]) {
      edge.say('data/bank/banque/bill.pdf', '%PDF', type)
      const copy = await openCopy(await copyOf(edge))
      edge.documents.delete(bill)
      const taken = await takeBack(copy, { pod, webId }, edge.fetch, all(edge))
      expect(taken.added).toEqual(['data/bank/banque/bill.pdf'])
      expect(edge.documents.get(bill)).toEqual({ type: 'application/pdf', body: '%PDF' })
    }
  })
})

describe('taken back', () => {
  it('a copy adds what is missing, changes nothing, and leaves the server what is its own', async () => {
    const blob = await copyOf(aPod())
    const edge = aPod()
    edge.documents.delete(`${pod}notes/a.ttl`)
    edge.documents.delete(`${pod}log/2026-11-26`)
    edge.say('notes/%C3%A9t%C3%A9', 'autre chose', 'text/plain')
    // The same, said otherwise.
    edge.say('notes/A.ttl', `<${pod}notes/A.ttl#a> <#b> 'a' .`)
    const taken = await takeBack(await openCopy(blob), { pod, webId }, edge.fetch, all(edge))
    expect(taken).toEqual({
      added: ['notes/a.ttl'],
      same: ['notes/A.ttl'],
      differs: ['notes/%C3%A9t%C3%A9'],
      'kept-by-server': ['log/2026-11-26', 'profile/card'],
      refused: [],
    })
    expect(edge.puts).toEqual([`${pod}notes/a.ttl`])
    expect(edge.documents.get(`${pod}notes/%C3%A9t%C3%A9`)?.body).toBe('autre chose')
  })

  it('into another pod, documents name that one', async () => {
    const edge = new Edge()
    const to = { pod: 'https://b.example/', webId: 'https://b.example/me' }
    const from = aPod()
    const facts = Array.from(
      { length: 50 },
      (_, at) => `schema:description "${at}"; tb:account <${pod}data/${at}>`,
    )
    const long = `@prefix tb: <https://w3id.org/traboule/ns#>. @prefix schema: <https://schema.org/>. <#a> ${facts.join('; ')}.`
    from.say('notes/long.ttl', long)
    from.say('notes/dots.ttl', `<#a> <#b> <${pod}notes/c/../d>.`)
    await takeBack(await openCopy(await copyOf(from)), to, edge.fetch, all(edge))
    const { body } = edge.documents.get(`${to.pod}notes/a.ttl`) ?? { body: '' }
    expect(body).toContain('<#a> <../p> <../me>')
    expect(body).not.toContain('pod.example')
    // As short as it was, unless it would read as something else.
    expect(edge.documents.get(`${to.pod}notes/long.ttl`)?.body.length).toBeLessThan(long.length + 100)
    expect(edge.documents.get(`${to.pod}notes/dots.ttl`)?.body).toContain(`<${to.pod}notes/c/../d>`)
    // As it stood, where that says the same there.
    expect(edge.documents.get(`${to.pod}notes/A.ttl`)?.body).toBe('<#a> <#b> "a".')
  })
})

describe('an archive that was changed', () => {
  const refused = async (change: (files: Record<string, Uint8Array>) => void, fault: string) => {
    const files: Record<string, Uint8Array> = {}
    const blob = await copyOf(aPod())
    for (const [name, entry] of await zipDirectory(blob)) files[name] = await unfold(blob, entry)
    change(files)
    await expect(openCopy(new Blob([new Uint8Array(zipSync(files))]))).rejects.toMatchObject({ fault })
  }
  const manifest = (files: Record<string, Uint8Array>, change: (text: string) => string) => {
    files['manifest.json'] = strToU8(change(new TextDecoder().decode(files['manifest.json'])))
  }

  it('is refused whole', async () => {
    await refused((files) => (files['files/notes/a.ttl'] = strToU8('<#x> <#y> <#z>.')), 'altered')
    await refused((files) => (files['grants.json'] = strToU8('{"grants":[1]}')), 'altered')
    await refused((files) => delete files['files/notes/a.ttl'], 'altered')
    await refused((files) => delete files['manifest.json'], 'not-a-copy')
    await refused((files) => manifest(files, (text) => text.slice(0, 200)), 'not-a-copy')
    await refused(
      (files) => manifest(files, (text) => text.replace('notes/a.ttl', 'notes/../../bob/x')),
      'not-a-copy',
    )
    await refused(
      (files) => manifest(files, (text) => text.replace('files/notes/a.ttl', '../../x')),
      'not-a-copy',
    )
    await refused((files) => (files['../x'] = strToU8('x')), 'unsafe')
  })

  it('and of a hundred thousand files, none is unfolded', async () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`${at}`, new Uint8Array()]))
    const bytes = new Uint8Array(zipSync(many, { level: 0 }))
    await expect(openCopy(new Blob([bytes]))).rejects.toMatchObject({ fault: 'not-a-copy' })
  }, 60_000)
})
