import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bank } from '../bank/connector.ts'
import { bankSample } from '../bank/sample.ts'
import { SolidEdge } from '../testing/solid-edge.ts'
import { type DeliverOptions, type Delivery, deliver } from './deliver.ts'
import { draftImport, type ImportPlan } from './draft.ts'
import type { RetryPolicy } from './retry.ts'

const quick: RetryPolicy = { attempts: 4, firstWaitMs: 1, longestWaitMs: 5, timeoutMs: 2000 }

const year = bankSample({ years: 1, until: '2026-10-31', seed: 2 })

describe('a delivery over HTTP', () => {
  let edge: SolidEdge
  let plan: ImportPlan

  const withToken: typeof fetch = (input, init) =>
    fetch(input, {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), authorization: 'DPoP token' },
    })
  const send = (options: Partial<DeliverOptions> = {}): Promise<Delivery> =>
    deliver(plan, { fetch: withToken, policy: quick, ...options })
  const planAt = (time: string): Promise<ImportPlan> =>
    draftImport(bank, year, {
      container: `${edge.origin}alice/data/bank/banque-des-pentes/`,
      partner: `${edge.origin}bank/profile/card#me`,
      at: new Date(time),
    })

  beforeEach(async () => {
    edge = await SolidEdge.start()
    plan = await planAt('2026-11-02T08:00:00Z')
  })
  afterEach(() => edge[Symbol.asyncDispose]())

  it('sends four documents at a time, the first alone, and tells how far it is', async () => {
    const steps: number[] = []
    const delivery = await send({ onProgress: (done) => steps.push(done) })
    expect(delivery).toMatchObject({ added: plan.records, alreadyThere: 0, unknown: 0, documents: 13 })
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(edge.busiest).toBeGreaterThan(1)
    expect(edge.busiest).toBeLessThanOrEqual(4)
  })

  it('tries again when the server is busy or the line is cut', async () => {
    edge.manners.faults = [503, 429, 'cut-before']
    const delivery = await send()
    expect(delivery.failure).toBeUndefined()
    expect(delivery.added).toBe(plan.records)
  })

  it('does not call its own lost work "already there"', async () => {
    edge.manners.faults = ['cut-after']
    const delivery = await send()
    expect(delivery).toMatchObject({ alreadyThere: 0, unknown: 3, added: plan.records - 3 })
  })

  it('gives up after a few tries, says so, and can be sent again', async () => {
    edge.manners.faults = [200, ...Array.from({ length: 40 }, () => 503)]
    const failed = await send()
    expect(failed.failure?.code).toBe('server-busy')
    expect(failed.documents).toBeLessThan(13)
    edge.manners.faults = []
    plan = await planAt('2026-11-02T09:00:00Z')
    const delivery = await send()
    expect(delivery.failure).toBeUndefined()
    expect(edge.documents.size).toBe(13)
  })

  it('does not try again where the certificate is not trusted, and says so', async () => {
    let asked = 0
    const delivery = await send({
      fetch: () => {
        asked += 1
        const cause = Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' })
        return Promise.reject(new TypeError('fetch failed', { cause }))
      },
    })
    expect(delivery.failure?.code).toBe('server-not-trusted')
    expect(delivery.failure?.text.fr).toContain('NODE_EXTRA_CA_CERTS')
    expect(asked).toBe(1)
  })

  describe('what is too large for a proxy', () => {
    const statements = () => [...edge.documents].map(([path, nodes]) => [path, [...nodes].length])
    /** What the edge holds when nothing stands before it. */
    let whole: ReturnType<typeof statements>
    beforeEach(async () => {
      await send()
      whole = statements()
      edge.documents.clear()
      edge.manners.largest = Math.max(...plan.documents.map(({ patch }) => patch.length)) / 2
    })

    it('is sent in parts, and counted once', async () => {
      expect(edge.manners.largest).toBeGreaterThan(16 * 1024)
      const delivery = await send()
      expect(delivery).toMatchObject({ added: plan.records, alreadyThere: 0, unknown: 0, documents: 13 })
      expect(statements().sort()).toEqual(whole.sort())
      plan = await planAt('2026-11-02T09:00:00Z')
      expect(await send()).toMatchObject({ added: 0, alreadyThere: plan.records, unknown: 0 })
    })

    it('is taken up where it was left', async () => {
      // The first document whole, its first part, and then nothing.
      const stop = new AbortController()
      edge.onPatch = (count) => {
        if (count === 13 + 2) stop.abort()
      }
      expect((await send({ signal: stop.signal })).failure?.code).toBe('interrupted')
      edge.onPatch = () => {}
      plan = await planAt('2026-11-02T09:00:00Z')
      expect((await send()).failure).toBeUndefined()
      expect(statements().sort()).toEqual(whole.sort())
    })

    it('is ours to mend where no part passes', async () => {
      edge.manners.largest = 100
      const { failure } = await send()
      expect(failure).toMatchObject({ code: 'server-refused', field: 'HTTP 413', who: 'us' })
    })
  })

  it('stops at a door that closes half-way', async () => {
    const delivery = await send({
      onProgress: (done) => {
        if (done === 3) edge.manners.open = false
      },
    })
    expect(delivery.failure?.code).toBe('not-allowed')
    expect(delivery.documents).toBeLessThan(10)
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const delivery = await send({ signal: stop.signal, onProgress: () => stop.abort() })
    expect(delivery.failure?.code).toBe('interrupted')
    expect(delivery.documents).toBe(1)
  })

  it('never follows the data elsewhere', async () => {
    edge.manners.faults = [307]
    const delivery = await send()
    expect(delivery.failure).toMatchObject({ code: 'server-refused', field: 'HTTP 307' })
  })
})
