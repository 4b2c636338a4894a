import { describe, expect, it } from 'vitest'
import { type Facts, statusOf } from './source-status.ts'

const now = Date.parse('2026-11-26T08:00:00Z')
const document = 'https://pods.example/alice/data/bank/banque/a/2026-11.ttl'

/** Who gave something last at an instant, and said how many days it takes. */
const gave = (at: string, days: number, more: Partial<Facts> = {}): Facts => ({
  since: '2026-01-01T08:00:00Z',
  run: {
    document,
    run: {
      connector: 'bank',
      connectorVersion: '1.0.0',
      sourceSha256: 'a'.repeat(64),
      endedAt: at,
      partner: 'https://pods.example/banque/profile/card#me',
      expectedWithin: `P${days}D`,
      generated: [`${document}#one`],
    },
  },
  changed: at,
  isFull: false,
  ...more,
})
const nothing = (since: string, more: Partial<Facts> = {}): Facts => ({
  since,
  run: undefined,
  changed: undefined,
  isFull: false,
  ...more,
})

const late = gave('2026-11-01T08:00:00Z', 4)
const inTime = gave('2026-11-25T08:00:00Z', 4)

describe('a connected partner', () => {
  it.each<[string, Facts, readonly Facts[], string, string]>([
    ['has given in time', inTime, [late], 'in-time', 'nobody'],
    ['was connected yesterday', nothing('2026-11-25T08:00:00Z'), [inTime], 'waiting', 'nobody'],
    ['has given nothing, others have', nothing('2026-11-01T08:00:00Z'), [inTime], 'silent', 'partner'],
    ['has given nothing, there are no others', nothing('2026-11-01T08:00:00Z'), [], 'silent', 'unclear'],
    [
      'has given nothing, and may not',
      nothing('2026-11-25T08:00:00Z', { isFull: true }),
      [],
      'silent',
      'you',
    ],
    ['is late, others are not', late, [inTime], 'late', 'partner'],
    ['is late, and nobody else is there', late, [], 'late', 'unclear'],
    ['is late, and one other too', late, [late], 'late', 'unclear'],
    ['is late, as all are', late, [late, late], 'late', 'us'],
    ['is late, and may give no more', { ...late, isFull: true }, [inTime], 'late', 'you'],
    ['is in time, and may give no more', { ...inTime, isFull: true }, [], 'in-time', 'you'],
  ])('%s', (_, facts, others, state, actor) => {
    expect(statusOf(facts, others, now)).toMatchObject({ state, actor })
  })

  it('is late since when it said that more would come', () => {
    expect(statusOf(late, [], now)).toMatchObject({
      last: '2026-11-01T08:00:00Z',
      lateSince: '2026-11-05T08:00:00.000Z',
    })
  })

  it('is not late where the server has taken something since, whatever its clock says', () => {
    const changed = '2026-11-20T08:00:00Z'
    expect(statusOf({ ...late, changed }, [inTime], now)).toMatchObject({ state: 'in-time', last: changed })
  })

  it('is never late where nobody said when', () => {
    expect(statusOf({ ...late, run: undefined }, [inTime], now)).toMatchObject({ state: 'in-time' })
  })
})
