import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VocabError } from '../errors.ts'
import { parseRule } from './rule.ts'

describe('a recurrence rule', () => {
  it('is read, whatever its letters', () => {
    expect(parseRule('freq=monthly;byday=-1su,MO;until=20261231T225959Z;wkst=su')).toEqual({
      frequency: 'MONTHLY',
      interval: 1,
      count: undefined,
      until: '20261231T225959Z',
      byDay: [{ day: 6, nth: -1 }, { day: 0 }],
      byMonthDay: [],
      byMonth: [],
      bySetPos: [],
      weekStart: 6,
    })
  })

  it.each(['FREQ=HOURLY', 'FREQ=DAILY;BYHOUR=8,9', 'FREQ=YEARLY;BYYEARDAY=-1', 'FREQ=YEARLY;BYWEEKNO=20'])(
    '%s is valid, and not expanded',
    (text) => expect(parseRule(text)).toBeUndefined(),
  )

  it.each([
    '',
    'DAILY',
    'FREQ=FORTNIGHTLY',
    'INTERVAL=2',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=-1',
    'FREQ=DAILY;COUNT=3;UNTIL=20261231',
    'FREQ=DAILY;UNTIL=20260230',
    'FREQ=DAILY;UNTIL=20261231T250000Z',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=WEEKLY;BYMONTHDAY=1',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=YEARLY;BYMONTH=-1',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=DAILY;WKST=XX',
    'FREQ=DAILY;X-RULE=1',
    'FREQ=DAILY;',
  ])('is not %j', (text) => expect(() => parseRule(text)).toThrow(VocabError))

  it('is read or refused, whatever the text', () => {
    const part = fc.constantFrom('FREQ=DAILY', 'BYDAY=', '-5MO', ',', ';', 'COUNT=', '9', 'UNTIL=2026', '=')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((it) => it.join('')),
        ),
        (text) => {
          try {
            parseRule(text)
          } catch (error) {
            expect(error).toBeInstanceOf(VocabError)
          }
        },
      ),
    )
  })
})
