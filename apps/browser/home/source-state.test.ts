import { describe, expect, it } from 'vitest'
import type { ImportRun } from '#vocab/generated/imports'
import { type Known, sourceState } from './source-state.ts'

const now = Date.parse('2026-11-26T12:00:00Z')
const known: Known = { changed: '2026-11-20T08:00:01Z', isConnected: true, isFull: false }
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
const weekly = { expectedWithin: 'P7D' }

describe('how a source does', () => {
  it('is up to date within the days that it named', () => {
    expect(sourceState([document('2026-11-20T08:00:00Z', weekly)], known, now)).toEqual({
      kind: 'current',
      lateSince: undefined,
      last: '2026-11-20T08:00:00Z',
      within: 7,
      gaps: 0,
      estimatedShare: undefined,
    })
  })

  it('is late when its days are over and the server saw nothing come since', () => {
    const late = [document('2026-11-10T08:00:00Z', weekly)]
    expect(sourceState(late, { ...known, changed: '2026-11-10T08:00:01Z' }, now)).toMatchObject({
      kind: 'late',
      lateSince: '2026-11-17T08:00:00.000Z',
    })
    // Something came after all: nobody is blamed by its own dates alone.
    expect(sourceState(late, known, now)).toMatchObject({ kind: 'current', lateSince: undefined })
  })

  it('is not up to date by what it says of days on which the server saw nothing come', () => {
    // Written on the first of October, each to be believed in its time.
    const ahead = ['2026-10-08', '2026-11-01', '2026-11-25'].map((day) =>
      document(`${day}T08:00:00Z`, weekly),
    )
    const changed = '2026-10-01T08:00:00Z'
    const honest = document('2026-10-01T07:59:00Z', weekly)
    expect(sourceState([...ahead, honest], { ...known, changed }, now)).toMatchObject({
      kind: 'late',
      last: '2026-10-01T07:59:00Z',
      lateSince: '2026-10-08T07:59:00.000Z',
    })
    expect(sourceState(ahead, { ...known, changed }, now)).toMatchObject({ kind: 'untold', last: changed })
    // Nor does a clock that is some hours ahead make anything come later than the server saw it.
    const soon = document('2026-11-20T20:00:00Z', weekly)
    expect(sourceState([soon], known, now)).toMatchObject({ kind: 'current', last: known.changed, within: 7 })
  })

  it('blames no partner whom the citizen has let go, or whom the space has no room for', () => {
    const late = [document('2026-11-10T08:00:00Z', weekly)]
    const old = { ...known, changed: '2026-11-10T08:00:01Z' }
    expect(sourceState(late, { ...old, isConnected: false }, now)).toMatchObject({
      kind: 'ended',
      lateSince: undefined,
    })
    expect(sourceState(late, { ...old, isFull: true }, now)).toMatchObject({
      kind: 'blocked',
      lateSince: undefined,
    })
  })

  it('is late by one connector however well another does', () => {
    const both = [
      document('2026-11-10T08:00:00Z', { ...weekly, connector: 'bills' }),
      document('2026-11-12T08:00:00Z', { expectedWithin: 'P90D' }, [], 'b'),
    ]
    const state = sourceState(both, { ...known, changed: '2026-11-12T08:00:00Z' }, now)
    expect(state).toMatchObject({ kind: 'late', lateSince: '2026-11-17T08:00:00.000Z', within: 90 })
  })

  it('says what it does not know', () => {
    expect(sourceState([document('2026-11-10T08:00:00Z')], known, now).kind).toBe('undated')
    const untold = sourceState([], known, now)
    expect(untold).toMatchObject({ kind: 'untold', last: known.changed })
  })

  it('counts gaps and what is estimated over its documents', () => {
    const read = [
      document('2026-11-20T08:00:00Z', { gaps: 2 }, ['measured', 'estimated']),
      document('2026-11-20T08:00:00Z', { gaps: 1 }, ['measured', 'measured'], 'b'),
    ]
    expect(sourceState(read, known, now)).toMatchObject({ gaps: 3, estimatedShare: 0.25 })
  })
})
