import { expect, it } from 'vitest'
import { PodFailure } from './failure.ts'
import type { PodRecord } from './records.ts'
import { type Snapshot, stateOf, worstOf } from './snapshot.ts'

const record = { kind: 'operation', iri: 'x:#a', superseded: false, value: {} } as unknown as PodRecord
const snapshot = (more: Partial<Snapshot>): Snapshot => ({
  phase: 'complete',
  documents: [],
  done: 0,
  total: 0,
  isPartial: false,
  ...more,
})
const refused = new PodFailure('refused', 'x:', 403)
const server = new PodFailure('server', 'x:', 500)

it('draws the state that the citizen can act on', () => {
  expect(stateOf(snapshot({ phase: 'listing' }))).toBe('loading')
  expect(stateOf(snapshot({}))).toBe('empty')
  expect(stateOf(snapshot({ problem: refused }))).toBe('refused')
  expect(stateOf(snapshot({ problem: server }))).toBe('failed')
})

it('draws figures that are there, whatever went wrong since', () => {
  const documents = [{ url: 'x:', records: [record] }]
  expect(stateOf(snapshot({ documents, problem: server }))).toBe('ready')
  expect(stateOf(snapshot({ documents, phase: 'kept' }))).toBe('ready')
  expect(stateOf(snapshot({ documents: [{ url: 'x:', records: [] }] }))).toBe('empty')
})

it('tells a refusal before a fault, and what has gone away not at all', () => {
  expect(worstOf([server, refused])).toBe(refused)
  expect(worstOf([server])).toBe(server)
  expect(worstOf([new PodFailure('too-large', 'x:'), server])).toBe(server)
  expect(worstOf([new PodFailure('missing', 'x:', 404)])).toBeUndefined()
})
