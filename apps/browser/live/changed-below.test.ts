import { beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import { changedBelow, type Known } from './changed-below.ts'

const data = 'https://pod.example/alice/data/'
/** A server's documents, by path below `data/`: when each changed. */
let stored: Record<string, string>
/** When containers changed of which no document tells. */
let touched: Record<string, string>
let listed: string[]
let known: Known

const documents = (): Entry[] =>
  Object.entries(stored).map(([path, modified]) => ({ url: data + path, isContainer: false, modified }))

const list = async (container: string): Promise<Entry[]> => {
  listed.push(container.slice(data.length))
  const entries = new Map<string, Entry>()
  for (const { url, modified = '' } of documents()) {
    if (!url.startsWith(container)) continue
    const slash = url.indexOf('/', container.length)
    const child = slash < 0 ? url : url.slice(0, slash + 1)
    const moments = [modified, entries.get(child)?.modified ?? '', touched[child.slice(data.length)] ?? '']
    entries.set(child, { url: child, isContainer: slash >= 0, modified: moments.sort().at(-1) ?? '' })
  }
  return [...entries.values()]
}
const look = async (): Promise<string[]> => {
  listed = []
  const found = await changedBelow(data, list, known)
  known = { ...known, documents: documents() }
  return found.map((it) => it.slice(data.length))
}

beforeEach(() => {
  stored = {
    'bank/banque/a1/2025-01.ttl': '2026-11-01T08:00:00.000Z',
    'bank/banque/a1/2026-11.ttl': '2026-11-20T08:00:00.000Z',
    'bank/banque/b2/2026-11.ttl': '2026-11-20T08:00:00.001Z',
    'water/regie/c1/2026-11.ttl': '2026-11-02T08:00:00.000Z',
  }
  touched = {}
  known = { documents: documents(), moments: new Map() }
})

describe('what is listed again', () => {
  it('is nothing where all is as it was, of which one listing tells', async () => {
    expect(await look()).toEqual([])
    expect(listed).toEqual([''])
  })

  it('is the folder of an old document that was added to, and nothing else is opened', async () => {
    stored['bank/banque/a1/2025-01.ttl'] = '2026-11-27T08:00:00.000Z'
    expect(await look()).toEqual(['bank/banque/a1/'])
    expect(listed).toEqual(['', 'bank/', 'bank/banque/', 'bank/banque/a1/'])
    expect(await look()).toEqual([])
    expect(listed).toEqual([''])
  })

  it('is where the first delivery of a new source lies', async () => {
    stored['energy/reseau/m1/2026-11.ttl'] = '2026-11-27T08:00:00.000Z'
    expect(await look()).toEqual(['energy/reseau/m1/'])
  })

  it('is each of several folders', async () => {
    stored['bank/banque/b2/2026-12.ttl'] = '2026-11-27T08:00:00.000Z'
    stored['water/regie/c1/2026-12.ttl'] = '2026-11-27T08:00:00.000Z'
    expect((await look()).sort()).toEqual(['bank/banque/b2/', 'water/regie/c1/'])
  })

  it('is the folder that something is gone from, once', async () => {
    delete stored['bank/banque/a1/2025-01.ttl']
    for (const place of ['bank/', 'bank/banque/', 'bank/banque/a1/'])
      touched[place] = '2026-11-27T08:00:00.000Z'
    expect(await look()).toEqual(['bank/banque/a1/'])
    expect(await look()).toEqual([])
    expect(listed).toEqual([''])
  })

  it('is what held a folder that is gone', async () => {
    delete stored['water/regie/c1/2026-11.ttl']
    expect(await look()).toEqual([''])
  })

  it('is what does not let itself be listed', async () => {
    const refused = (container: string): Promise<Entry[]> =>
      container.endsWith('/banque/') ? Promise.reject(new Error('403')) : list(container)
    stored['bank/banque/a1/2025-01.ttl'] = '2026-11-27T08:00:00.000Z'
    expect(await changedBelow(data, refused, known)).toEqual([`${data}bank/banque/`])
  })

  it('is what a server says no moments of', async () => {
    const silent = async (container: string): Promise<Entry[]> =>
      (await list(container)).map(({ url, isContainer }) => ({ url, isContainer }))
    expect([...(await changedBelow(data, silent, known))].sort()).toEqual([
      `${data}bank/banque/a1/`,
      `${data}bank/banque/b2/`,
      `${data}water/regie/c1/`,
    ])
  })
})
