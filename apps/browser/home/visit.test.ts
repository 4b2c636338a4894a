import { describe, expect, it } from 'vitest'
import { overview } from '../data.ts'
import { newsOf, seenNow } from './visit.ts'

const pod = 'https://pod.example/alice/'
const bank = `${pod}data/bank/banque/`
const entry = (path: string, modified: string) => ({
  url: pod + path,
  isContainer: false,
  modified,
  size: 12,
})
const old = overview(pod, [entry('data/bank/banque/a1/2026-10.ttl', '2026-11-01T08:00:00Z')])
const more = overview(pod, [
  entry('data/bank/banque/a1/2026-10.ttl', '2026-11-20T08:00:00Z'),
  entry('data/bank/banque/a1/facture.pdf', '2026-11-20T08:00:01Z'),
  entry('data/bank/banque/a1/2026-09.ttl', '2026-11-01T08:00:00Z'),
  entry('data/energy/reseau/m1/2026-10.ttl', '2026-01-01T08:00:00Z'),
])
const minute = 60_000
const hour = 60 * minute

describe('what is new', () => {
  it('is nothing when a first visit begins, nor when nothing came', () => {
    const first = seenNow(undefined, more, 0)
    expect(newsOf(first.before, more)).toEqual([])
    expect(newsOf(seenNow(first, more, 2 * hour).before, more)).toEqual([])
  })

  it('is what the server saw change since the visit before, by source', () => {
    const again = seenNow(seenNow(undefined, old, 0), more, 2 * hour)
    expect(newsOf(again.before, more)).toEqual([
      { container: bank, category: 'bank', count: 2, isNew: false },
      { container: `${pod}data/energy/reseau/`, category: 'energy', count: 1, isNew: true },
    ])
  })

  it('is nothing that the citizen added themselves', () => {
    const own = overview(pod, [entry('data/bank/mes_fichiers/a1/2026-10.ttl', '2026-11-20T08:00:00Z')])
    expect(newsOf(seenNow(undefined, old, 0).before, own)).toEqual([])
  })

  it('stays new while the visit lasts, and is old in the next', () => {
    const first = seenNow(undefined, old, 0)
    const again = seenNow(first, more, 2 * hour)
    const reloaded = seenNow(again, more, 2 * hour + 20 * minute)
    expect(newsOf(reloaded.before, more)).toHaveLength(2)
    const next = seenNow(reloaded, more, 5 * hour)
    expect(newsOf(next.before, more)).toEqual([])
  })

  it('in a first visit is what comes while it lasts', () => {
    const first = seenNow(undefined, old, 0)
    expect(newsOf(seenNow(first, more, minute).before, more)).toHaveLength(2)
  })
})
