import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Ends } from './Ends.ts'

const now = Date.UTC(2026, 10, 25)
let over: string[]
let ends: Ends

beforeEach(() => {
  vi.useFakeTimers({ now })
  over = []
  ends = new Ends((pod) => over.push(pod))
})
afterEach(() => vi.useRealTimers())

it('says of each pod when the nearest of its ends is over, and not before', () => {
  ends.note('alice', now + 5000)
  ends.note('bob', now + 3000)
  ends.note('alice', now + 9000)
  ends.note('alice', now + 1000)
  ends.note('carol', Infinity)
  vi.advanceTimersByTime(1000)
  expect(over).toEqual([])
  vi.advanceTimersByTime(1)
  expect(over).toEqual(['alice'])
  vi.advanceTimersByTime(10_000)
  expect(over).toEqual(['alice', 'bob'])
  expect(vi.getTimerCount()).toBe(0)
})

it('says at once what is over already, and takes an end again once it was said', () => {
  ends.note('alice', now - 1)
  vi.advanceTimersByTime(0)
  ends.note('alice', now + 10)
  vi.advanceTimersByTime(11)
  expect(over).toEqual(['alice', 'alice'])
})

it('waits for an end that is further than a timer reaches', () => {
  const year = 365 * 24 * 3600 * 1000
  ends.note('alice', now + year)
  vi.advanceTimersByTime(year)
  expect(over).toEqual([])
  vi.advanceTimersByTime(1)
  expect(over).toEqual(['alice'])
})
