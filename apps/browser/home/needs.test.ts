import { describe, expect, it } from 'vitest'
import type { Grant } from '../../shared/pod/grants.ts'
import type { SourceState } from '../source-state.ts'
import { type Circumstances, needsOf } from './needs.ts'

const now = Date.parse('2026-11-26T12:00:00Z')
const nothing: Circumstances = { grants: [], brokenLogs: [], room: [], sources: [], messages: [] }
const pod = 'https://pod.example/alice/'
const grant = (id: string, until?: string): Grant => ({
  id,
  kind: 'app',
  recipient: { name: id },
  categories: ['bank'],
  containers: [],
  partners: {},
  modes: ['read'],
  since: '2026-10-26T12:00:00Z',
  ...(until ? { until } : {}),
})
const state = (lateSince?: string): SourceState => ({
  kind: lateSince ? 'late' : 'current',
  actor: lateSince ? 'partner' : 'nobody',
  lateSince,
  last: undefined,
  within: undefined,
  until: undefined,
  gaps: 0,
  estimatedShare: undefined,
})
const kinds = (more: Partial<Circumstances>) => needsOf({ ...nothing, ...more }, now).map(({ kind }) => kind)

describe('what needs the citizen', () => {
  it('is nothing when all is well', () => {
    const room = [{ pod, bytes: 94, quota: 100 }]
    expect(kinds({ grants: [grant('a')], room, sources: [{ container: pod, state: state() }] })).toEqual([])
  })

  it('is what ends within a week, the next first: not what ends later, nor what has ended', () => {
    const grants = [
      grant('later', '2026-12-03T12:00:01Z'),
      grant('week', '2026-12-03T12:00:00Z'),
      grant('tomorrow', '2026-11-27T12:00:00Z'),
      grant('over', '2026-11-26T11:59:59Z'),
      grant('nonsense', 'soon'),
    ]
    expect(
      needsOf({ ...nothing, grants }, now).map((need) => need.kind === 'ending' && need.grant.id),
    ).toEqual(['tomorrow', 'week'])
  })

  it('is little room, and none', () => {
    const room = (bytes: number) => kinds({ room: [{ pod, bytes, quota: 100 }] })
    expect([room(95), room(99)]).toEqual([['almost-full'], ['full']])
  })

  it('is the gravest first', () => {
    expect(
      kinds({
        grants: [grant('a', '2026-11-27T12:00:00Z')],
        brokenLogs: [pod],
        room: [{ pod, bytes: 100, quota: 100 }],
        sources: [{ container: pod, state: state('2026-11-20T12:00:00Z') }],
        messages: [`${pod}inbox/a`],
      }),
    ).toEqual(['log-broken', 'full', 'ending', 'late', 'messages'])
  })
})
