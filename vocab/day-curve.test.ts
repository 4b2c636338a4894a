import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expand, formatValues, parseValues, stepMinutes, sumOfValues } from './day-curve.ts'
import { readDayCurve } from './generated/energy.ts'
import { tb } from './generated/terms.ts'
import { Graph } from './graph.ts'
import { SOSA } from './namespaces.ts'
import { example } from './testing/records.ts'

describe('values', () => {
  it('are read with their gaps', () => expect(parseValues('412 398.5 - 0')).toEqual([412, 398.5, null, 0]))

  it.each(['', ' 1', '1  2', '1,5', '-1', '1e3', 'x', '1.2345'])('refuse "%s"', (text) =>
    expect(() => parseValues(text)).toThrow(expect.objectContaining({ code: 'bad-values' })),
  )

  it.each([[[]], [[-1]]])('are not written from %j', (values) =>
    expect(() => formatValues(values)).toThrow(expect.objectContaining({ code: 'bad-values' })),
  )

  it('are read back as written', () => {
    const value = fc.option(fc.nat().map((it) => it / 1000))
    const values = fc.array(value, { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(values, (it) => {
        expect(parseValues(formatValues(it))).toEqual(it)
      }),
    )
  })

  it('have an exact sum', () => expect(sumOfValues([0.1, 0.2, null, 412])).toBe(412.3))
})

describe('a step', () => {
  it.each([
    ['PT30M', 30],
    ['PT1H', 60],
    ['PT60M', 60],
    ['PT1H30M', 90],
  ])('%s is %d minutes', (step, minutes) => expect(stepMinutes(step)).toBe(minutes))

  it.each(['', 'PT', 'P1D', 'PT0M', '30', 'PT-30M'])('refuses "%s"', (step) =>
    expect(() => stepMinutes(step)).toThrow(expect.objectContaining({ code: 'bad-step' })),
  )
})

describe('expand', () => {
  const { quads, iri } = example('day-curve')
  const curve = readDayCurve(new Graph(quads).node(iri))
  if (!curve) throw new Error('The example is not read')
  const graph = new Graph(expand(curve, iri))

  it('makes an observation of each known value, with its slot', () => {
    const members = graph
      .node(iri)
      .values(`${SOSA}hasMember`)
      .map(({ value }) => value)
    expect(members).toEqual([0, 1, 3].map((slot) => `${iri}-${slot}`))
    const last = graph.node(`${iri}-3`)
    expect(last.values(`${SOSA}hasSimpleResult`).map(({ value }) => value)).toEqual(['2405'])
    expect(last.values(tb.start).map(({ value }) => value)).toEqual(['2025-01-05T17:00:00Z'])
    expect(last.values(`${SOSA}resultTime`).map(({ value }) => value)).toEqual(['2025-01-05T23:00:00Z'])
  })

  it('covers a clock-change day to its end', () => {
    const day = {
      ...curve,
      start: '2025-10-25T22:00:00Z',
      step: 'PT30M',
      values: Array(50).fill('1').join(' '),
    }
    const [end] = new Graph(expand(day, iri)).node(`${iri}-49`).values(`${SOSA}resultTime`)
    expect(end?.value).toBe('2025-10-26T23:00:00Z')
  })
})
