import fc from 'fast-check'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { collect } from './collect.ts'
import { expand, formatValues, sumOfValues } from './day-curve.ts'
import type { DayCurve } from './generated/energy.ts'
import { Graph } from './graph.ts'
import { WATT_HOUR } from './namespaces.ts'

const iri = 'https://pod.example/alice/data/energy/reseau/2025/01.ttl#k1'
const curves: fc.Arbitrary<DayCurve> = fc
  .record(
    {
      recordKey: fc.string({ minLength: 1, maxLength: 40 }),
      day: fc.constantFrom('2025-01-05', '2025-03-30', '2025-10-26'),
      direction: fc.constantFrom('consumption' as const, 'production' as const),
      start: fc.constantFrom('2025-01-04T23:00:00Z', '2025-03-29T23:00:00.000Z', '2025-10-25T22:10:00Z'),
      step: fc.constantFrom('PT30M', 'PT1H', 'PT60M', 'PT10M', 'PT1H30M'),
      values: fc.array(fc.option(fc.nat({ max: 1e9 }).map((it) => it / 1000)), {
        minLength: 1,
        maxLength: 144,
      }),
      quality: fc.constantFrom('measured' as const, 'mixed' as const),
      meter: fc.constantFrom('https://pod.example/alice/data/energy/reseau/meter.ttl', 'urn:meter:1'),
    },
    { requiredKeys: ['recordKey', 'day', 'direction', 'start', 'step', 'values', 'meter'] },
  )
  .map((it) => ({
    ...it,
    values: formatValues(it.values),
    totalWh: sumOfValues(it.values),
    unit: WATT_HOUR,
  }))

describe('a curve that was expanded', () => {
  it('is collected as it was, gaps and all', () => {
    fc.assert(
      fc.property(curves, (curve) => {
        expect(collect(new Graph(expand(curve, iri)))).toEqual([{ iri, curve }])
      }),
    )
  })

  it('is collected beside others of the same meter, in any order', () => {
    fc.assert(
      fc.property(fc.array(curves, { minLength: 2, maxLength: 4 }), (several) => {
        const quads = several.flatMap((curve, at) => expand(curve, `${iri}-${at}`)).reverse()
        const found = collect(new Graph(quads)).sort((one, other) => (one.iri < other.iri ? -1 : 1))
        expect(found).toEqual(several.map((curve, at) => ({ iri: `${iri}-${at}`, curve })))
      }),
    )
  })
})

const prefixes = `
  @prefix sosa: <http://www.w3.org/ns/sosa/> . @prefix qudt: <http://qudt.org/schema/qudt/> . @prefix unit: <http://qudt.org/vocab/unit/> .
  @prefix kind: <http://qudt.org/vocab/quantitykind/> . @prefix time: <http://www.w3.org/2006/time#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
  @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix tb: <https://w3id.org/traboule/ns#> . @base <https://other.example/> .`
const collected = (turtle: string) => collect(new Graph(new Parser().parse(prefixes + turtle)))
const instant = (hour: string) =>
  `[ time:inXSDDateTimeStamp "2025-01-05T${hour}:00:00+01:00"^^xsd:dateTimeStamp ]`

/** As an app writes it that has never heard of us: kilowatt hours, blank nodes, intervals of OWL-Time. */
const foreign = (from: string, to: string, value: string, more = '') => `
  [] a sosa:Observation ; sosa:madeBySensor <meter> ; sosa:observedProperty kind:ActiveEnergy ;
    sosa:phenomenonTime [ a time:Interval ; time:hasBeginning ${instant(from)} ; time:hasEnd ${instant(to)} ] ;
    sosa:hasResult [ a qudt:QuantityValue ; qudt:numericValue ${value} ; qudt:unit unit:KiloW-HR ] ${more} .`

describe('observations of another app', () => {
  it('are read into the curve of their day', () => {
    const [found, ...others] = collected(
      foreign('02', '03', '"0.4125"^^xsd:double') +
        foreign('00', '01', '1.5') +
        foreign('01', '02', '4.2E-1'),
    )
    expect(others).toEqual([])
    expect(found?.curve).toEqual({
      recordKey: '2025-01-05/consumption/PT1H',
      meter: 'https://other.example/meter',
      direction: 'consumption',
      day: '2025-01-05',
      start: '2025-01-04T23:00:00Z',
      step: 'PT1H',
      values: '1500 420 412.5',
      totalWh: 2332.5,
      unit: WATT_HOUR,
    })
  })

  it('have a gap where one is missing, and where two contradict', () => {
    const [found] = collected(
      foreign('00', '01', '1.0') +
        foreign('03', '04', '2.0') +
        foreign('04', '05', '3.0') +
        foreign('04', '05', '3.1'),
    )
    expect(found?.curve.values).toBe('1000 - - 2000 -')
    expect(found?.curve.totalWh).toBe(3000)
  })

  it('may say when they ended alone, at a step that they tell together, and what their property is', () => {
    const turtle = ['00:30', '01:00', '02:00'].map(
      (
        at,
        index,
      ) => `<o${index}> a sosa:Observation ; sosa:madeBySensor <meter> ; sosa:observedProperty <solar> ;
        sosa:hasSimpleResult ${index + 1} ; qudt:hasUnit unit:W-HR ; sosa:resultTime "2025-01-05T${at}:00+01:00"^^xsd:dateTime .`,
    )
    const [found] = collected(`${turtle.join('')} <solar> skos:exactMatch tb:energyFeedIn .`)
    expect(found?.curve).toMatchObject({ direction: 'production', step: 'PT30M', values: '1 2 - 3' })
  })

  it('are of the local day, however they write the instant', () => {
    const [evening, night] = collected(
      `<a> a sosa:Observation ; sosa:madeBySensor <meter> ; sosa:observedProperty tb:energyUse ; tb:start "2025-01-05T22:00:00Z"^^xsd:dateTime ;
          sosa:resultTime "2025-01-05T23:00:00Z"^^xsd:dateTime ; sosa:hasSimpleResult 1 ; qudt:hasUnit unit:W-HR .
        <b> a sosa:Observation ; sosa:madeBySensor <meter> ; sosa:observedProperty tb:energyUse ; tb:start "2025-01-05T23:00:00Z"^^xsd:dateTime ;
          sosa:resultTime "2025-01-06T00:00:00Z"^^xsd:dateTime ; sosa:hasSimpleResult 2 ; qudt:hasUnit unit:W-HR .`,
    )
    expect([evening?.curve.day, night?.curve.day]).toEqual(['2025-01-05', '2025-01-06'])
  })

  it.each([
    ['power, which is no energy', ['unit:KiloW-HR', 'unit:KiloW']],
    ['a property that nobody has explained', ['kind:ActiveEnergy', '<anything>']],
    ['less than nothing', ['1.5', '-1.5']],
    ['a text', ['1.5', '"1.5"']],
    ['what no curve could hold', ['1.5', '1e300']],
    ['no meter', ['sosa:madeBySensor <meter> ;', '']],
    ['a meter without a name', ['<meter>', '[]']],
    ['an end before its beginning', ['T01:00:00+01:00', 'T00:00:00+03:00']],
    ['an instant without a time zone', ['T01:00:00+01:00', 'T01:00:00']],
    ['a time of no whole minutes', ['T01:00:00+01:00', 'T00:00:01+01:00']],
  ])('are left alone where they say %s', (_, [said = '', instead = '']) => {
    const turtle = foreign('00', '01', '1.5')
    expect(collected(turtle)).toHaveLength(1)
    expect(turtle).toContain(said)
    expect(collected(turtle.replace(said, instead))).toEqual([])
  })

  it('are bounded: a step of a minute over a year is no curve of a year', () => {
    const one = (at: string, end: string) => `
      [] a sosa:Observation ; sosa:madeBySensor <meter> ; sosa:observedProperty tb:energyUse ; tb:start "${at}"^^xsd:dateTime ;
        sosa:resultTime "${end}"^^xsd:dateTime ; sosa:hasSimpleResult 1 ; qudt:hasUnit unit:W-HR .`
    const found = collected(
      one('2025-01-05T00:00:00Z', '2025-01-05T00:01:00Z') +
        one('2025-01-05T22:58:00Z', '2025-01-05T22:59:00Z'),
    )
    expect(found[0]?.curve.values.split(' ')).toHaveLength(1379)
    const collection = `<c> a sosa:ObservationCollection ; tb:valueCount 9999 ; tb:recordKey "k" ; tb:day "2025-01-05"^^xsd:date ;
      tb:direction "consumption" ; tb:step "PT1M"^^xsd:duration ; tb:start "2025-01-05T00:00:00Z"^^xsd:dateTime ; sosa:madeBySensor <meter> .`
    expect(collected(collection)[0]?.curve.values.split(' ')).toHaveLength(1500)
  })
})
