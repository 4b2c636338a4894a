import { describe, expect, it } from 'vitest'
import { beginningOf, commitmentOf, type Mark, type Sealed, seal } from '#vocab/journal/chain'
import { writeEntry } from '#vocab/journal/entry'
import { PodFailure } from '../../shared/pod/failure.ts'
import type { KeptHead } from './kept-head.ts'
import { soundWords } from './sound-words.ts'
import { entry, journalAt, pod, serve } from './testing/served-log.ts'
import { WholeLog } from './whole-log.ts'

const lines = journalAt([
  '2026-11-23T10:00:00Z',
  '2026-11-23T11:00:00Z',
  '2026-11-24T10:00:00Z',
  '2026-11-25T10:00:00Z',
])
const seen = Date.parse('2026-11-24T12:00:00Z')
const keptAt = (line: Sealed | undefined): KeptHead => ({ ...(line as Sealed), seen })

async function look(served: readonly Sealed[], before?: KeptHead, anchor?: Mark) {
  const log = await WholeLog.begin(serve(served, anchor).source, pod)
  return { log, verdict: await log.verify(before, () => {}) }
}

describe('a log that is as it was written', () => {
  it('lists its days, the last first, and reads each once', async () => {
    const { source, asked } = serve(lines)
    const log = await WholeLog.begin(source, pod)
    expect(log.days).toEqual(['2026-11-25', '2026-11-24', '2026-11-23'])
    expect((await log.lines('2026-11-23')).map(({ number }) => number)).toEqual([1, 2])
    let told = 0
    await log.verify(undefined, () => {
      told += 1
    })
    expect(told).toBe(3)
    expect(log.done).toBe(3)
    expect(new Set(asked).size).toBe(asked.length)
    expect([1, 3, 9].map((line) => log.dayOf(line))).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
  })

  it('proves nothing of the past to a device that had kept no head', async () => {
    expect((await look(lines)).verdict).toMatchObject({
      kind: 'first',
      count: 4,
      faults: [],
      now: { number: 4 },
    })
  })

  it('holds on a device that had kept one, and is kept further', async () => {
    const { verdict } = await look(lines, keptAt(lines[1]))
    expect(verdict).toMatchObject({ kind: 'holds', before: { number: 2 }, now: { number: 4 } })
    expect(verdict.now.hash).toEqual(lines[3]?.hash)
    expect(verdict.now.recorded).toBe(lines[3]?.recorded)
  })

  it('holds where what a line said was erased, and says of how many', async () => {
    const { salt, text } = lines[1]?.said ?? { salt: new Uint8Array(), text: '' }
    const erased = { ...(lines[1] as Sealed), said: undefined, commitment: commitmentOf(salt, text) }
    const { verdict, log } = await look(lines.with(1, erased), keptAt(lines[2]))
    expect(verdict).toMatchObject({ kind: 'holds', count: 4, erased: 1, faults: [] })
    expect(soundWords(verdict, log.days.at(-1)).at(-1)).toMatch(/^De l’une d’elles, .* effacé/)
    expect(soundWords({ ...verdict, erased: 0 }, undefined)).toHaveLength(1)
    const other = { ...erased, commitment: erased.commitment.with(0, 1 + (erased.commitment[0] ?? 0)) }
    expect((await look(lines.with(1, other))).verdict.faults).toEqual([{ number: 2, kind: 'changed' }])
  })

  it('is read without a parser where our server wrote it, with one from anywhere else', async () => {
    const { source, parsed } = serve(lines)
    const days = (log: WholeLog) => Promise.all(log.days.map((day) => log.lines(day)))
    const ours = await days(await WholeLog.begin(source, pod))
    expect(parsed).toEqual([`${pod}log/`])
    const turtle = async (url: string) => `${await source.turtle(url)}# of another\n`
    expect(await days(await WholeLog.begin({ ...source, turtle }, pod))).toEqual(ours)
    expect(parsed).toHaveLength(2 + ours.length)
  })

  it('goes on while it is read', async () => {
    const later = journalAt(['2026-11-23T10:00:00Z', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'])
    const [then, now] = [serve(later.slice(0, 2)), serve(later)]
    const turtle = (url: string) => (url.endsWith('/log/') ? then : now).source.turtle(url)
    const log = await WholeLog.begin({ ...now.source, turtle }, pod)
    expect(await log.verify(undefined, () => {})).toMatchObject({
      kind: 'first',
      count: 3,
      now: { number: 3 },
    })
  })
})

describe('a log that is not', () => {
  it('shows a line that was changed', async () => {
    const text = lines[1]?.said?.text.replace('2', '3') ?? ''
    const changed = lines.map((line, at) =>
      at === 1 && line.said ? { ...line, said: { ...line.said, text } } : line,
    )
    expect((await look(changed)).verdict).toMatchObject({
      kind: 'broken',
      faults: [{ number: 2, kind: 'changed' }],
    })
  })

  it('shows a line that was inserted: among them, in the place of one, or at the beginning', async () => {
    const forged = (after: Mark, day: string) =>
      seal(after, Date.parse(`${day}T11:30:00Z`), new Uint8Array(16), writeEntry(entry({ count: 9 })))
    const among = forged(lines[1] as Sealed, '2026-11-23')
    const found = async (served: readonly Sealed[]) => (await look(served)).verdict
    expect((await found(lines.toSpliced(2, 0, among))).faults).toContainEqual({ number: 3, kind: 'inserted' })
    expect((await found(lines.with(2, among))).faults).toContainEqual({ number: 4, kind: 'changed' })
    const first = forged(beginningOf('alice'), '2026-11-22')
    expect((await found([first, ...lines])).faults).toContainEqual({ number: 1, kind: 'inserted' })
  })

  it('shows one that was written anew from the beginning, to a device that had kept a head', async () => {
    const anew = journalAt(['2026-11-23T10:00:00Z', '2026-11-23T11:00:01Z', '2026-11-24T10:00:00Z'])
    expect((await look(anew)).verdict.kind).toBe('first')
    expect((await look(anew, keptAt(lines[1]))).verdict).toMatchObject({
      kind: 'broken',
      faults: [{ number: 2, kind: 'rewritten' }],
    })
  })

  it('shows lines taken from the end', async () => {
    expect((await look(lines.slice(0, 2), keptAt(lines[2]))).verdict).toMatchObject({
      kind: 'broken',
      faults: [{ number: 3, kind: 'removed' }],
    })
  })

  it('shows a day that is not listed', async () => {
    const log = await WholeLog.begin(serve(lines.filter(({ number }) => number !== 3)).source, pod)
    expect((await log.verify(undefined, () => {})).faults).toContainEqual({ number: 3, kind: 'removed' })
  })

  it('shows one that is not there any more, or is empty, to a device that had kept a head', async () => {
    const turtle = () => Promise.reject(new PodFailure('missing', `${pod}log/`, 404))
    const log = await WholeLog.begin({ ...serve([]).source, turtle }, pod)
    expect(log.days).toEqual([])
    expect((await log.verify(undefined, () => {})).kind).toBe('first')
    const removed = { kind: 'broken', faults: [{ number: 2, kind: 'removed' }] }
    expect(await log.verify(keptAt(lines[1]), () => {})).toMatchObject(removed)
    expect((await look([], keptAt(lines[1]))).verdict).toMatchObject(removed)
  })

  it('is not empty because it is refused', async () => {
    const turtle = () => Promise.reject(new PodFailure('refused', `${pod}log/`, 403))
    await expect(WholeLog.begin({ ...serve([]).source, turtle }, pod)).rejects.toMatchObject({
      kind: 'refused',
    })
  })

  it('is no log without its ends', async () => {
    const log = await WholeLog.begin({ turtle: async () => '', parse: async () => [] }, pod)
    await expect(log.verify(undefined, () => {})).rejects.toMatchObject({ kind: 'unreadable' })
  })
})

describe('a log whose first lines are gone', () => {
  const anchor = lines[2] as Sealed
  it('goes on from a head that is older than what is kept, once that is a year old', async () => {
    const old = { ...keptAt(lines[0]), recorded: Date.parse('2020-01-01T00:00:00Z') }
    expect((await look(lines.slice(3), old, anchor)).verdict.kind).toBe('outgrown')
  })
  it('does not hold where they were younger than that', async () => {
    const young = { ...keptAt(lines[0]), recorded: Date.now() }
    expect((await look(lines.slice(3), young, anchor)).verdict).toMatchObject({
      kind: 'broken',
      faults: [{ number: 1, kind: 'removed' }],
    })
  })
  it('is held to a head at the very line that was the last to go', async () => {
    expect((await look(lines.slice(3), keptAt(lines[2]), anchor)).verdict.kind).toBe('holds')
    const other = { ...keptAt(lines[2]), hash: new Uint8Array(32) }
    expect((await look(lines.slice(3), other, anchor)).verdict.faults).toEqual([
      { number: 3, kind: 'rewritten' },
    ])
  })
})
