import { describe, expect, it } from 'vitest'
import type { ImportRun } from '#vocab/generated/imports'
import { type Facts, type SourceKind, sourceState } from './source-state.ts'

const now = Date.parse('2026-11-26T08:00:00Z')

/** A document that a run says to have come at an instant. */
const document = (endedAt: string, more: Partial<ImportRun> = {}, qualities: string[] = [], name = 'a') => {
  const url = `https://pod.example/alice/data/bank/b/${name}.ttl`
  const run: ImportRun = {
    connector: 'bank',
    connectorVersion: '0.1.0',
    sourceSha256: 'a'.repeat(64),
    endedAt,
    partner: 'https://bank.example/#me',
    generated: [`${url}#one`],
    ...more,
  }
  return { url, runs: [run], qualities }
}
const nothing: Facts = {
  documents: [],
  changed: undefined,
  connected: '2026-01-01T08:00:00Z',
  isFull: false,
  until: undefined,
}
/** Who gave something last at an instant, and said how many days it takes. */
const gave = (at: string, days: number): Facts => ({
  ...nothing,
  documents: [document(at, { expectedWithin: `P${days}D` })],
  changed: at,
})
const newly = { connected: '2026-11-25T08:00:00Z' }
const lately = { connected: '2026-11-01T08:00:00Z' }
const late = gave('2026-11-01T08:00:00Z', 4)
const inTime = gave('2026-11-25T08:00:00Z', 4)

describe('a source', () => {
  it('is not up to date by what it says of days on which the server saw nothing come', () => {
    // Written on the first of October, each to be believed in its time.
    const weekly = { expectedWithin: 'P7D' }
    const ahead = ['2026-10-08', '2026-11-01', '2026-11-25'].map((day) =>
      document(`${day}T08:00:00Z`, weekly),
    )
    const honest = document('2026-10-01T07:59:00Z', weekly)
    const changed = '2026-10-01T08:00:00Z'
    expect(sourceState({ ...nothing, documents: [...ahead, honest], changed }, [], now)).toMatchObject({
      kind: 'late',
      last: changed,
      lateSince: '2026-10-08T07:59:00.000Z',
    })
  })

  it.each<[string, Facts, readonly Facts[], SourceKind, string]>([
    ['has given in time', inTime, [late], 'current', 'nobody'],
    ['was connected yesterday', { ...nothing, ...newly }, [inTime], 'waiting', 'nobody'],
    ['has given nothing, others have', { ...nothing, ...lately }, [inTime], 'silent', 'partner'],
    ['has given nothing, there are no others', { ...nothing, ...lately }, [], 'silent', 'unclear'],
    ['has given nothing, and may not', { ...nothing, ...newly, isFull: true }, [], 'blocked', 'you'],
    ['is late, others are not', late, [inTime], 'late', 'partner'],
    ['is late, and nobody else is there', late, [], 'late', 'unclear'],
    ['is late, and one other too', late, [late], 'late', 'unclear'],
    ['is late, as all are', late, [late, late], 'late', 'us'],
    ['is late, and there is no room', { ...late, isFull: true }, [inTime], 'blocked', 'you'],
    ['is in time, and there is no room', { ...inTime, isFull: true }, [], 'blocked', 'you'],
    ['was let go, and was late', { ...late, connected: undefined }, [inTime], 'ended', 'nobody'],
    ['was let go by who has no room', { ...late, connected: undefined, isFull: true }, [], 'ended', 'nobody'],
  ])('%s', (_, facts, others, kind, actor) => {
    expect(sourceState(facts, others, now)).toMatchObject({ kind, actor })
  })

  it('is late since when it said that more would come', () => {
    expect(sourceState(late, [], now)).toMatchObject({
      last: '2026-11-01T08:00:00Z',
      lateSince: '2026-11-05T08:00:00.000Z',
      within: 4,
    })
  })

  it('is not late where the server has taken something since, whatever its clock says', () => {
    const changed = '2026-11-20T08:00:00Z'
    const state = sourceState({ ...late, changed }, [inTime], now)
    expect(state).toMatchObject({ kind: 'current', lateSince: undefined, last: changed })
  })

  it('is not up to date where what came ends long before it came', () => {
    const until = (month: string, facts = inTime) => sourceState({ ...facts, until: month }, [], now)
    expect(until('2025-12')).toMatchObject({ kind: 'behind', actor: 'nobody', until: '2025-12' })
    expect(until('2026-07').kind).toBe('behind')
    for (const month of ['2026-08', '2026-11', '2027-02'])
      expect(until(month)).toMatchObject({ kind: 'current', until: undefined })
    // Who gives once a year gives of last year.
    expect(until('2025-12', gave('2026-11-25T08:00:00Z', 400)).kind).toBe('current')
    expect(until('2025-12', late).kind).toBe('late')
  })

  it('says nothing of lateness where it is not to blame', () => {
    for (const more of [{ isFull: true }, { connected: undefined }])
      expect(sourceState({ ...late, ...more }, [], now).lateSince).toBeUndefined()
  })

  it('is late by one connector however well another does', () => {
    const documents = [
      document('2026-11-10T08:00:00Z', { expectedWithin: 'P7D', connector: 'bills' }),
      document('2026-11-12T08:00:00Z', { expectedWithin: 'P90D' }, [], 'b'),
    ]
    const state = sourceState({ ...nothing, documents, changed: '2026-11-12T08:00:00Z' }, [], now)
    expect(state).toMatchObject({ kind: 'late', lateSince: '2026-11-17T08:00:00.000Z', within: 90 })
  })

  it('is not said to be in time where nobody said when, or how', () => {
    const changed = '2026-11-10T08:00:01Z'
    const documents = [document('2026-11-10T08:00:00Z')]
    expect(sourceState({ ...nothing, changed, documents }, [inTime], now).kind).toBe('undated')
    expect(sourceState({ ...nothing, changed }, [inTime], now)).toMatchObject({
      kind: 'untold',
      last: changed,
    })
  })

  it('counts gaps and what is estimated over its documents', () => {
    const documents = [
      document('2026-11-20T08:00:00Z', { gaps: 2 }, ['measured', 'estimated']),
      document('2026-11-20T08:00:00Z', { gaps: 1 }, ['measured', 'measured'], 'b'),
    ]
    expect(sourceState({ ...nothing, documents }, [], now)).toMatchObject({ gaps: 3, estimatedShare: 0.25 })
    expect(sourceState(nothing, [], now)).toMatchObject({ gaps: 0, estimatedShare: undefined })
  })
})
