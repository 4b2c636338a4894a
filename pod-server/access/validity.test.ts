import { describe, expect, it } from 'vitest'
import { alice, modes, rule } from './testing/decided.ts'

describe('the access decision, with an end', () => {
  const at = (time: string) => ({ ...alice, now: Date.parse(time) })
  const valid = (bounds: string) =>
    rule(`acl:agent ex:alice; acl:condition [ a tb:ValidityCondition; ${bounds} ]`)
  const dateTime = (text: string) => `"${text}"^^xsd:dateTime`

  it('lets a rule count from its beginning to its end, both within, whatever the zone', () => {
    const zones = [
      ['2026-11-25T10:00:00Z', '2026-11-25T11:00:00Z'],
      ['2026-11-25T11:00:00+01:00', '2026-11-25T12:00:00+01:00'],
      ['2026-11-25T04:30:00-05:30', '2026-11-25T05:30:00-05:30'],
    ] as const
    for (const [from, until] of zones) {
      const turtle = valid(`tb:notBefore ${dateTime(from)}; tb:notAfter ${dateTime(until)}`)
      expect(modes(turtle, at('2026-11-25T09:59:59.999Z'))).toEqual([])
      expect(modes(turtle, at('2026-11-25T10:00:00.000Z'))).toEqual(['read'])
      expect(modes(turtle, at('2026-11-25T11:00:00.000Z'))).toEqual(['read'])
      expect(modes(turtle, at('2026-11-25T11:00:00.001Z'))).toEqual([])
    }
  })

  it('takes one bound alone', () => {
    const from = valid(`tb:notBefore ${dateTime('2026-11-25T10:00:00Z')}`)
    expect(modes(from, at('2026-11-25T09:00:00Z'))).toEqual([])
    expect(modes(from, at('2099-01-01T00:00:00Z'))).toEqual(['read'])
    const until = valid(`tb:notAfter ${dateTime('2026-11-25T10:00:00Z')}`)
    expect(modes(until, at('1999-01-01T00:00:00Z'))).toEqual(['read'])
    expect(modes(until, at('2026-11-25T10:00:01Z'))).toEqual([])
  })

  it('knows the leap days', () => {
    expect(modes(valid(`tb:notBefore ${dateTime('2024-02-29T00:00:00Z')}`), alice)).toEqual(['read'])
    expect(modes(valid(`tb:notBefore ${dateTime('2023-02-29T00:00:00Z')}`), alice)).toEqual([])
    expect(modes(valid(`tb:notBefore ${dateTime('2000-02-29T00:00:00Z')}`), alice)).toEqual(['read'])
    expect(modes(valid(`tb:notBefore ${dateTime('1900-02-29T00:00:00Z')}`), alice)).toEqual([])
  })

  const good = dateTime('2030-01-01T00:00:00Z')
  it.each([
    ['no bound', 'tb:said "nothing"'],
    ['two ends', `tb:notAfter ${good}, ${dateTime('2031-01-01T00:00:00Z')}`],
    ['two spellings of one end', `tb:notAfter ${good}, ${dateTime('2030-01-01T01:00:00+01:00')}`],
    [
      'two beginnings',
      `tb:notBefore ${dateTime('2020-01-01T00:00:00Z')}, ${dateTime('2021-01-01T00:00:00Z')}`,
    ],
    ['a good end, and a beginning that is none', `tb:notAfter ${good}; tb:notBefore "then"`],
    ['a string', 'tb:notAfter "2030-01-01T00:00:00Z"'],
    ['a string in a language', 'tb:notAfter "2030-01-01T00:00:00Z"@en'],
    ['a date', 'tb:notAfter "2030-01-01"^^xsd:date'],
    ['a dateTimeStamp', 'tb:notAfter "2030-01-01T00:00:00Z"^^xsd:dateTimeStamp'],
    ['an IRI', 'tb:notAfter <urn:2030-01-01T00:00:00Z>'],
    ['a number', 'tb:notAfter 4102444800'],
    ['no zone', `tb:notAfter ${dateTime('2030-01-01T00:00:00')}`],
    ['a zone that nobody has', `tb:notAfter ${dateTime('2030-01-01T00:00:00+14:01')}`],
    ['a zone of 61 minutes', `tb:notAfter ${dateTime('2030-01-01T00:00:00+01:61')}`],
    ['parts of a second', `tb:notAfter ${dateTime('2030-01-01T00:00:00.5Z')}`],
    ['the 30th of February', `tb:notAfter ${dateTime('2030-02-30T00:00:00Z')}`],
    ['the 31st of November', `tb:notAfter ${dateTime('2030-11-31T00:00:00Z')}`],
    ['a 13th month', `tb:notAfter ${dateTime('2030-13-01T00:00:00Z')}`],
    ['a month zero', `tb:notAfter ${dateTime('2030-00-01T00:00:00Z')}`],
    ['a day zero', `tb:notAfter ${dateTime('2030-01-00T00:00:00Z')}`],
    ['the year zero', `tb:notBefore ${dateTime('0000-01-01T00:00:00Z')}`],
    ['a 25th hour', `tb:notAfter ${dateTime('2030-01-01T25:00:00Z')}`],
    ['a 61st minute', `tb:notAfter ${dateTime('2030-01-01T00:60:00Z')}`],
    ['a leap second', `tb:notAfter ${dateTime('2030-06-30T23:59:60Z')}`],
    ['a year of five digits', `tb:notAfter ${dateTime('12030-01-01T00:00:00Z')}`],
    ['spaces', `tb:notAfter ${dateTime(' 2030-01-01T00:00:00Z')}`],
    ['a small t', `tb:notAfter ${dateTime('2030-01-01t00:00:00Z')}`],
    ['other digits', `tb:notAfter ${dateTime('２030-01-01T00:00:00Z')}`],
    ['an end and a client', `tb:notAfter ${good}; acl:client <https://app.example/id>`],
  ])('never matches on %s', (_, bounds) => {
    expect(modes(valid(bounds), alice)).toEqual([])
  })

  it('never matches where the end comes before the beginning', () => {
    const turtle = valid(`tb:notBefore ${good}; tb:notAfter ${dateTime('2029-01-01T00:00:00Z')}`)
    for (const year of [2028, 2029, 2030, 2031])
      expect(modes(turtle, at(`${year}-06-01T00:00:00Z`))).toEqual([])
  })
})
