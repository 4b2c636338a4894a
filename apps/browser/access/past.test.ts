import { expect, it } from 'vitest'
import type { ConsentTerms } from '../consent-terms.ts'
import { endOf, pastIds } from './past.ts'

const terms = (rest: Partial<ConsentTerms>): ConsentTerms => ({
  recipient: 'https://budget.example/id',
  name: 'Budget',
  adds: false,
  subjects: [],
  until: '2026-12-01T10:00:00Z',
  where: undefined,
  given: '2026-11-01T10:00:00Z',
  withdrawn: undefined,
  ...rest,
})
const now = Date.parse('2027-01-01T10:00:00Z')
const withdrawn = (at: string, isReplaced = false) => ({ withdrawn: { at, isReplaced } })
const early = '2026-11-15T10:00:00Z'

it.each([
  ['what was taken back', withdrawn(early), early, 'withdrawn'],
  ['a partner', { adds: true, until: undefined, ...withdrawn(early) }, early, 'disconnected'],
  ['what another took the place of', withdrawn(early, true), early, 'replaced'],
  ['what ran out', {}, '2026-12-01T10:00:00Z', 'ended'],
  [
    'what had run out when it was taken back',
    withdrawn('2026-12-05T10:00:00Z'),
    '2026-12-01T10:00:00Z',
    'ended',
  ],
  ['what another tool took out', { until: undefined }, undefined, 'gone'],
] as const)('says how %s ended, and when', (_, rest, at, how) => {
  expect(endOf(terms(rest), now)).toEqual({ at, how })
})

it('knows what is over by what stands, the last changed first', () => {
  const record = (id: string, modified?: string) => ({
    url: `https://pod.example/alice/consents/${id}`,
    isContainer: false,
    ...(modified ? { modified } : {}),
  })
  const records = [
    record('a', '2026-11-01T10:00:00Z'),
    record('b', '2026-11-03T10:00:00Z'),
    record('c'),
    record('d'),
  ]
  const folder = { url: 'https://pod.example/alice/consents/x/', isContainer: true }
  expect(pastIds([...records, folder], ['d'])).toEqual(['b', 'a', 'c'])
})
