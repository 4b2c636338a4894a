import { describe, expect, it } from 'vitest'
import type { Sealed } from '#vocab/journal/chain'
import { type Entry, writeEntry } from '#vocab/journal/entry'
import { inTime, itemsOf } from './log-items.ts'
import { citizen, entry } from './testing/served-log.ts'

const [one, other] = ['0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e01', '0f3b6c1e-7a52-4d7c-9b1e-2f6a4c8d9e02']
const start = Date.parse('2026-11-24T10:00:00Z')
const at = (second: number) => ({ from: start + second * 1000, until: start + second * 1000 })
/** A line of a commit of the server for the citizen. */
const committed = (path: string, second = 0): Partial<Entry> => ({
  ...at(second),
  client: null,
  resources: [`alice/${path}`],
  modes: [path.endsWith('.acl') ? 'control' : 'write'],
  rules: [],
})
const grant = (id: string, second = 0) => [
  committed(`consents/${id}`, second),
  committed(`receipts/${id}-1`, second),
  committed('data/bank/banque/.acl', second),
]
const sealed = (entries: readonly (Partial<Entry> | undefined)[]): Sealed[] =>
  entries.map((it, index) => ({
    number: index + 1,
    recorded: it?.from ?? start,
    said: it && { salt: new Uint8Array(16), text: writeEntry(entry(it)) },
    hash: new Uint8Array(32),
  }))
const shown = (entries: readonly (Partial<Entry> | undefined)[], alone: number[] = []) =>
  itemsOf(sealed(entries), 'alice', new Set(alone)).map(({ lines, consents }) => [
    lines.map(({ number }) => number),
    ...consents.map(({ id, event }) => `${event} ${id === one ? 'one' : 'other'}`),
  ])

describe('a grant', () => {
  it('is one, with all that its commit changed', () => {
    expect(shown([at(0), ...grant(one, 1), at(2)])).toEqual([[[1]], [[2, 3, 4], 'given one'], [[5]]])
  })

  it('that takes the place of another is one with it, itself first', () => {
    const both = [committed(`consents/${other}`), committed(`receipts/${other}-2`), ...grant(one)]
    expect(shown(both)).toEqual([[[1, 2, 3, 4, 5], 'given one', 'withdrawn other']])
  })

  it('and its withdrawal are two, by whatever way it was withdrawn', () => {
    const home = { client: 'https://home.example/id' }
    const withdrawn = [`consents/${one}`, `receipts/${one}-2`].map((it) => ({ ...committed(it, 5), ...home }))
    expect(shown([...grant(one), ...withdrawn])).toEqual([
      [[1, 2, 3], 'given one'],
      [[4, 5], 'withdrawn one'],
    ])
  })

  it.each<[string, Partial<Entry>]>([
    ['a tool of the citizen’s writes', { rules: ['https://pods.example/alice/.acl#own-credentials'] }],
    ['is refused', { outcome: 'refused' }],
    ['is only read', { modes: ['read'] }],
    ['has another name', { resources: [`alice/receipts/${one}-3`] }],
    ['is of another pod', { resources: [`bob/receipts/${one}-1`] }],
  ])('is not what %s', (_, rest) => {
    expect(shown([{ ...committed(`receipts/${one}-1`), ...rest }])).toEqual([[[1]]])
  })

  it('is not said where one of its lines was found wrong', () => {
    expect(shown(grant(one), [3])).toEqual([[[1, 2]], [[3]]])
  })
})

describe('what one does again and again', () => {
  it('is one within a minute, with what others did between', () => {
    const energy = { client: 'https://energy.example/id' }
    expect(shown([at(0), { ...at(1), ...energy }, at(30), at(60), at(61)])).toEqual([
      [[2]],
      [[1, 3, 4]],
      [[5]],
    ])
  })

  it('is not one across what it was refused, or a grant, or a stop of the server, or what was erased', () => {
    const refused: Partial<Entry> = { ...at(1), outcome: 'refused' }
    expect(shown([at(0), refused, at(2)])).toEqual([[[1]], [[2]], [[3]]])
    expect(shown([at(0), ...grant(one, 1), at(2)])).toHaveLength(3)
    const gap: Partial<Entry> = {
      ...at(1),
      outcome: 'gap',
      who: null,
      client: null,
      resources: [],
      modes: [],
    }
    expect(shown([at(0), gap, at(2)])).toHaveLength(3)
    expect(shown([at(0), undefined, at(2)])).toHaveLength(3)
  })

  it('is as many as there are kinds of it', () => {
    const added: Partial<Entry> = { ...at(1), modes: ['append'] }
    expect(shown([at(0), added, at(2), { ...at(3), who: null }])).toEqual([[[1]], [[2]], [[3]], [[4]]])
    expect(shown([committed('.acl'), committed('data/.acl')])).toEqual([[[1]], [[2]]])
  })

  it('leaves a line that was found wrong by itself', () => {
    expect(shown([at(0), at(1), at(2)], [2])).toEqual([[[1]], [[2]], [[3]]])
  })

  it('is a hundred lines at most', () => {
    expect(shown(Array.from({ length: 150 }, () => at(0))).map(([lines]) => lines?.length)).toEqual([100, 50])
  })
})

it('knows whose each is', () => {
  const [item] = itemsOf(sealed([{}]), 'alice', new Set())
  expect(item?.entry).toMatchObject({ who: citizen, client: 'https://budget.example/id' })
})

describe('the order', () => {
  it('is that of when it last happened, and among what happened at once that of the lines', () => {
    const refused = { outcome: 'refused', ...at(5), until: start + 20_000 } as const
    const lines = sealed([at(30), { ...refused, client: 'https://x.example/id' }, at(120), undefined, at(30)])
    const items = inTime(itemsOf(lines, 'alice', new Set([1, 5])))
    // The fourth was erased; when it was written down is left.
    expect(items.map((it) => it.lines.map(({ number }) => number))).toEqual([[4], [2], [1], [5], [3]])
  })
})
