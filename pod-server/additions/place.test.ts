import { describe, expect, it } from 'vitest'
import { isInbox, placeOf } from './place.ts'

describe('the place of a resource', () => {
  const pod = 'https://pod.example/alice/'
  it.each([
    ['data/bank/b/', 'partner'],
    ['data/bank/b/2025-01.ttl', 'partner'],
    ['data/bank/b', 'partner'],
    ['data/bank/', 'elsewhere'],
    ['data/', 'elsewhere'],
    ['inbox/', 'inbox'],
    ['inbox/data/bank/b', 'inbox'],
    ['', 'elsewhere'],
  ])('%s: %s', (path, expected) => {
    expect(placeOf(pod + path, pod)).toBe(expected)
  })

  it('is the inbox for that container alone', () => {
    expect(isInbox(`${pod}inbox/`, pod)).toBe(true)
    expect(isInbox(`${pod}inbox/a/inbox/`, pod)).toBe(false)
    expect(isInbox(`${pod}inbox/a`, pod)).toBe(false)
  })

  it('is not in the pod of a neighbour with a longer name', () => {
    expect(placeOf('https://pod.example/alice2/data/bank/b/', pod)).toBe('elsewhere')
  })
})
