import { describe, expect, it } from 'vitest'
import { beginningOf, type Mark, type Sealed, seal } from '#vocab/journal/chain'
import { type Entry, writeEntry } from '#vocab/journal/entry'
import { citizen, entry, pod, serve } from '../log/testing/served-log.ts'
import { LastReads, lastReadIn } from './LastReads.ts'
import type { Recipient } from './recipients.ts'

const budget = { kind: 'app', recipient: { client: 'https://budget.example/id', name: 'Budget' } } as const
const bob = 'https://pods.example/bob/profile/card#me'
const person = { kind: 'person', recipient: { webId: bob, name: bob } } as const

/** A journal of these, each written down when it ended. */
function journal(...entries: readonly Partial<Entry>[]): Sealed[] {
  const lines: (Sealed & Mark)[] = []
  for (const it of entries) {
    const said = entry(it)
    const salt = new Uint8Array(16).fill(lines.length + 1)
    lines.push(seal(lines.at(-1) ?? beginningOf('alice'), said.until, salt, writeEntry(said)))
  }
  return lines
}
const at = (moment: string) => ({ from: Date.parse(moment), until: Date.parse(moment) })
const [morning, noon] = ['2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z']

describe('when somebody last read', () => {
  it('is the last moment of what they read, and of nothing else', () => {
    const lines = journal(
      { ...at(morning), until: Date.parse(noon) },
      at(morning),
      { ...at('2026-11-24T13:00:00Z'), outcome: 'refused' },
      { ...at('2026-11-24T14:00:00Z'), modes: ['append'] },
      { ...at('2026-11-24T15:00:00Z'), client: 'https://energy.example/id' },
      // Another citizen, with the same app, by a permission of their own.
      { ...at('2026-11-24T16:00:00Z'), who: bob },
    )
    expect(lastReadIn(lines, budget, citizen)).toBe(Date.parse(noon))
    expect(lastReadIn(lines, person, citizen)).toBe(Date.parse('2026-11-24T16:00:00Z'))
    expect(lastReadIn([], budget, citizen)).toBeUndefined()
  })

  it('is not that of whoever gave no name', () => {
    const nobody = { kind: 'person', recipient: { name: 'Nobody' } } as const
    expect(lastReadIn(journal({ ...at(noon), who: null }), nobody, citizen)).toBeUndefined()
  })
})

describe('the log', () => {
  const given = (since: string): Recipient => ({
    ...budget,
    grants: [
      {
        ...budget,
        id: 'a',
        since,
        categories: ['bank'],
        containers: [`${pod}data/bank/banque/`],
        partners: {},
        modes: ['read'],
      },
    ],
  })
  const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']
  const lines = journal(
    ...days.map((day) => ({
      ...at(`${day}T10:00:00Z`),
      ...(day === '2026-11-23' ? {} : { client: 'https://energy.example/id' }),
    })),
  )
  const asked = async (since: string, pods = [pod]) => {
    const served = serve(lines)
    const found = await new LastReads(served.source, citizen).of(given(since), pods)
    return { ...found, read: served.asked.map((url) => url.slice(`${pod}log/`.length)).filter(Boolean) }
  }

  it('is read from its last day back, until a read is found', async () => {
    expect(await asked('2026-11-01T10:00:00Z')).toEqual({
      at: Date.parse('2026-11-23T10:00:00Z'),
      since: '2026-11-01T10:00:00Z',
      read: ['2026-11-25', '2026-11-24', '2026-11-23'],
    })
  })

  it('is not read before the day on which the permission was given: what was read by another is not said', async () => {
    expect(await asked('2026-11-24T00:00:00Z')).toEqual({
      at: undefined,
      since: '2026-11-24T00:00:00Z',
      read: ['2026-11-25', '2026-11-24'],
    })
    expect((await asked('2026-11-23T11:00:00Z')).at).toBeUndefined()
  })

  it('says nothing of before its first day, where what was older is gone', async () => {
    const person = {
      ...given('2025-01-01T10:00:00Z'),
      kind: 'person',
      recipient: { webId: bob, name: bob },
    } as const
    const found = await new LastReads(serve(lines).source, citizen).of(person, [pod])
    expect(found).toEqual({ at: undefined, since: '2026-11-22' })
  })

  it('of no pod says nothing, and one that cannot be read is told', async () => {
    expect((await asked('2026-11-01T10:00:00Z', [])).at).toBeUndefined()
    const source = {
      turtle: () => Promise.reject(new Error('down')),
      parse: () => Promise.reject(new Error('down')),
    }
    const of = new LastReads(source, citizen).of(given('2026-11-01T10:00:00Z'), [pod])
    await expect(of).rejects.toThrow('down')
  })
})
