import { describe, expect, it } from 'vitest'
import { alreadyThere, type Imported, importFile, triedAgain } from './import-file.ts'

const container = 'https://pods.example/alice/data/bank/mes_fichiers/'
const documents = ['1', '2', '3'].map((n) => {
  const url = `${container}a/2025-0${n}.ttl`
  return { url, runIri: `${url}#run-a`, records: 1 }
})
const [first, second] = documents
const at = '2026-11-26T08:00:00.123Z'

/** A pod that keeps one line a document; `meanwhile`: what somebody else does before a patch is taken. */
function podOf(there: Record<string, string>, meanwhile?: (url: string, pod: Map<string, string>) => void) {
  const pod = new Map(Object.entries(there))
  const asked: string[] = []
  const fetch = async (url: string, init: RequestInit = {}) => {
    const { method = 'GET' } = init
    const headers = new Headers(init.headers)
    asked.push(`${method} ${url.slice(container.length)}`)
    if (method === 'PATCH') meanwhile?.(url, pod)
    const stands = pod.get(url)
    if (method === 'GET')
      return stands === undefined
        ? new Response('', { status: 404 })
        : new Response(stands, { headers: { etag: `"${stands}"` } })
    const isAsSaid =
      headers.get('if-none-match') === '*' ? stands === undefined : headers.get('if-match') === `"${stands}"`
    if (!isAsSaid) return new Response('', { status: 412 })
    pod.set(url, `${stands ?? ''}+${String(init.body)}`)
    return new Response(null, { status: stands === undefined ? 201 : 205 })
  }
  return { pod, asked, manner: { fetch, signal: new AbortController().signal } }
}

/** What stands there already has the record, or somebody else's. */
const thread = {
  difference: async (_: string, there: string | undefined) =>
    there?.includes('new') ? { added: 0, there: 1, patch: undefined } : { added: 1, there: 0, patch: 'new' },
}

describe('an import', () => {
  it('reads only the documents that are known to be there', async () => {
    const { asked, manner } = podOf({ [first?.url ?? '']: 'other' })
    const steps: number[] = []
    const known = new Set([first?.url ?? ''])
    expect(await importFile({ documents, at }, known, thread, manner, (done) => steps.push(done))).toEqual({
      added: 3,
      there: 0,
      done: 3,
      total: 3,
      changed: documents.map(({ url, runIri }) => ({ url, runIri })),
    })
    expect(asked).toEqual([
      'GET a/2025-01.ttl',
      'PATCH a/2025-01.ttl',
      'PATCH a/2025-02.ttl',
      'PATCH a/2025-03.ttl',
    ])
    expect(steps).toEqual([1, 2, 3])
  })

  it('is worked out anew where somebody else has written meanwhile', async () => {
    let times = 0
    const { pod, manner } = podOf({}, (url, all) => {
      if (url === second?.url && times++ === 0) all.set(url, 'theirs')
    })
    const { added } = await importFile({ documents, at }, new Set(), thread, manner, () => {})
    expect([added, pod.get(second?.url ?? '')]).toEqual([3, 'theirs+new'])
  })

  it('adds nothing where it has been added meanwhile', async () => {
    const { manner } = podOf({ [second?.url ?? '']: 'new' })
    const { added, there, changed } = await importFile({ documents, at }, new Set(), thread, manner, () => {})
    expect([added, there, changed.length]).toEqual([2, 1, 2])
  })

  it('counts, and can take back, what was taken though its answer was lost', async () => {
    const { manner, pod } = podOf({})
    let isLost = false
    const fetch = async (url: string, init?: RequestInit) => {
      const answer = await manner.fetch(url, init)
      if (isLost || url !== second?.url) return answer
      isLost = true
      pod.set(url, `${pod.get(url)} ${at}`)
      throw new TypeError('gone')
    }
    const lossy = { ...manner, fetch, wait: async () => {} }
    const { added, there, changed } = await importFile({ documents, at }, new Set(), thread, lossy, () => {})
    expect([added, there, changed.length, isLost]).toEqual([3, 0, 3, true])
  })

  it('stops between two documents, and tells which are written', async () => {
    const { asked, manner } = podOf({})
    const stop = new AbortController()
    const stopped = { ...manner, signal: stop.signal }
    const imported = await importFile({ documents, at }, new Set(), thread, stopped, () => stop.abort())
    expect(imported).toMatchObject({ added: 1, done: 1, total: 3, failure: 'stopped' })
    expect(imported.changed.map(({ url }) => url)).toEqual([first?.url])
    expect(asked).toHaveLength(1)
  })

  it('that the pod refuses ends there', async () => {
    const manner = {
      fetch: async () => new Response('', { status: 403 }),
      signal: new AbortController().signal,
    }
    const imported = await importFile({ documents, at }, new Set(), thread, manner, () => {})
    expect(imported).toMatchObject({ added: 0, done: 0, changed: [], failure: { kind: 'refused' } })
    expect(imported.isUnsure).toBeUndefined()
  })

  it.each([
    ['no answer', () => Promise.reject(new TypeError('gone')), 'unreachable'],
    ['a fault', async () => new Response('', { status: 503 }), 'server'],
  ])('that gets %s may have written in that document, which can be taken back', async (_, answer, kind) => {
    const manner = { fetch: answer, signal: new AbortController().signal, wait: async () => {} }
    const imported = await importFile({ documents, at }, new Set(), thread, manner, () => {})
    expect(imported).toMatchObject({ added: 0, isUnsure: true, failure: { kind } })
    expect(imported.changed.map(({ url }) => url)).toEqual([first?.url])
  })

  it.each([
    ['what was refused', new Set<string>(), 400],
    ['what was not sent yet', new Set(documents.map(({ url }) => url)), 503],
  ])('is sure of %s', async (_, known, status) => {
    const fetch = async () => new Response('', { status })
    const manner = { fetch, signal: new AbortController().signal, wait: async () => {} }
    const imported = await importFile({ documents, at }, known, thread, manner, () => {})
    expect(imported).toMatchObject({ added: 0, changed: [], failure: { kind: 'server' } })
    expect(imported.isUnsure).toBeUndefined()
  })
})

it('what is tried again is counted once, and all of it can be taken back', () => {
  const [one, two, three] = documents.map(({ url, runIri }) => ({ url, runIri }))
  if (!one || !two || !three) throw new Error('no documents')
  const before: Imported = { added: 4, there: 2, done: 1, total: 3, changed: [one], failure: 'stopped' }
  const now: Imported = { added: 5, there: 7, done: 3, total: 3, changed: [two, three] }
  expect(triedAgain(before, now)).toEqual({
    added: 9,
    there: 3,
    done: 3,
    total: 3,
    changed: [one, two, three],
  })
  // It came less far than the time before.
  const sooner: Imported = { added: 0, there: 0, done: 0, total: 3, changed: [], failure: 'stopped' }
  expect(triedAgain(before, sooner)).toMatchObject({ added: 4, there: 2, changed: [one] })
})

it('what is there already is counted in the documents that are known, and nothing is written', async () => {
  const { asked, manner } = podOf({ [first?.url ?? '']: 'new', [second?.url ?? '']: 'other' })
  const known = new Set([first?.url ?? '', second?.url ?? ''])
  expect(await alreadyThere({ documents }, known, thread, manner)).toBe(1)
  expect(asked).toEqual(['GET a/2025-01.ttl', 'GET a/2025-02.ttl'])
})
