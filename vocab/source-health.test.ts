import { describe, expect, it } from 'vitest'
import type { ImportRun } from './generated/imports.ts'
import { sourceHealth } from './source-health.ts'

const document = 'https://pod.example/a/2026-10.ttl'
const run = (endedAt: string, more: Partial<ImportRun> = {}, at = document) => ({
  document: at,
  run: {
    connector: 'bank',
    connectorVersion: '0.1.0',
    sourceSha256: 'a'.repeat(64),
    endedAt,
    partner: 'https://bank.example/#me',
    expectedWithin: 'P35D',
    generated: [`${at}#one`],
    ...more,
  },
})
const now = Date.parse('2026-11-26T12:00:00Z')

describe('the health of a source', () => {
  it('that has given nothing is not known', () => {
    expect(sourceHealth([], now)).toEqual({
      lastSuccess: undefined,
      lateSince: undefined,
      gaps: 0,
      estimatedShare: undefined,
    })
  })

  it('is its last success, in time', () => {
    const runs = [run('2026-11-20T08:00:00Z'), run('2026-11-25T08:00:00Z'), run('2026-10-01T08:00:00Z')]
    expect(sourceHealth(runs, now)).toMatchObject({
      lastSuccess: '2026-11-25T08:00:00Z',
      lateSince: undefined,
    })
  })

  it('is late from the moment on that more was expected, as its last run said', () => {
    const runs = [
      run('2026-09-01T08:00:00Z', { expectedWithin: 'P90D' }),
      run('2026-11-20T08:00:00Z', { expectedWithin: 'P4D' }),
    ]
    expect(sourceHealth(runs, now).lateSince).toBe('2026-11-24T08:00:00.000Z')
    expect(sourceHealth(runs, Date.parse('2026-11-24T08:00:00Z')).lateSince).toBeUndefined()
    const silent = { ...run('2020-01-01T00:00:00Z') }
    const { expectedWithin: _, ...said } = silent.run
    expect(sourceHealth([{ document, run: said }], now).lateSince).toBeUndefined()
  })

  it('counts the gaps of what each document was last told', () => {
    const other = 'https://pod.example/a/2026-11.ttl'
    const runs = [
      run('2026-11-01T00:00:00Z', { gaps: 7 }),
      run('2026-11-02T00:00:00Z', { gaps: 2 }),
      run('2026-11-02T00:00:00Z', { gaps: 3 }, other),
    ]
    expect(sourceHealth(runs, now).gaps).toBe(5)
    expect(sourceHealth([...runs, run('2026-11-03T00:00:00Z')], now).gaps).toBe(3)
  })

  it('does not believe a clock that is ahead, nor a run that states nothing of its document', () => {
    const runs = [
      run('2027-11-01T00:00:00Z', { gaps: 7 }),
      run('2026-11-25T00:00:00Z', { generated: ['https://pod.example/b/2026-10.ttl#one'] }),
      run('2026-11-02T00:00:00Z'),
    ]
    expect(sourceHealth(runs, now)).toMatchObject({ lastSuccess: '2026-11-02T00:00:00Z', gaps: 0 })
  })

  it('says how much is estimated where anything says its quality', () => {
    const qualities = ['measured', 'estimated', 'mixed', 'corrected']
    expect(sourceHealth([], now, qualities).estimatedShare).toBe(0.5)
  })
})
