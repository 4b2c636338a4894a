import { DataFactory } from 'n3'
import { expect, it } from 'vitest'
import { DCT, SCHEMA, TB } from '#vocab/namespaces'
import { periodOf } from './period.ts'

const { namedNode, literal, quad } = DataFactory
const said = (...all: [string, string, string][]) =>
  all.map(([subject, predicate, value]) => quad(namedNode(subject), namedNode(predicate), literal(value)))

it.each([
  ['nothing that says when', said(['a', `${SCHEMA}name`, '2025-01-01']), undefined],
  [
    'the day of booking before that of value',
    said(
      ['a', `${TB}valueDate`, '2030-01-01'],
      ['a', `${TB}bookingDate`, '2025-03-01'],
      ['b', `${TB}bookingDate`, '2025-02-03'],
    ),
    { first: '2025-02-03', last: '2025-03-01' },
  ],
  [
    'what is due is not when it was',
    said(['a', `${DCT}issued`, '2025-03-01'], ['a', `${SCHEMA}paymentDueDate`, '2025-09-01']),
    { first: '2025-03-01', last: '2025-03-01' },
  ],
  [
    'an instant by its day in Paris',
    said(['a', `${TB}start`, '2025-06-30T22:30:00Z']),
    { first: '2025-07-01', last: '2025-07-01' },
  ],
  [
    'what is counted until its last day',
    said(['a', `${TB}firstDay`, '2025-01-01'], ['a', `${TB}lastDay`, '2025-01-31']),
    { first: '2025-01-01', last: '2025-01-31' },
  ],
  ['no day at all', said(['a', `${TB}day`, 'soon']), undefined],
])('the period: %s', (_, quads, period) => {
  expect(periodOf(quads)).toEqual(period)
})
