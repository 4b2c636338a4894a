import { expect, it } from 'vitest'
import { ReplaySet } from './ReplaySet.ts'

const period = 1000

it('takes a proof once, of each key', () => {
  const set = new ReplaySet(period, { now: 0 })
  expect([set.take('k1', 'a', 0), set.take('k1', 'a', 1), set.take('k2', 'a', 1)]).toEqual([
    true,
    false,
    true,
  ])
})

it('forgets none that could come again, however many there are', () => {
  const set = new ReplaySet(period, { now: 0 })
  expect(set.take('k', 'first', 10)).toBe(true)
  for (let n = 0; n < 100_000; n++) set.take('k', `n${n}`, 10 + n / 101)
  expect(set.take('k', 'first', 1010)).toBe(false)
})

it.each([0, 1, 500, 999, 1000, 1500, 1999])('keeps a proof of the moment %i for a period at least', (at) => {
  for (const after of [0, 1, 500, 999, 1000]) {
    const set = new ReplaySet(period, { now: 0 })
    set.take('k', 'other', 0)
    expect(set.take('k', 'a', at)).toBe(true)
    set.take('k', 'another', at + after / 2)
    expect(set.take('k', 'a', at + after)).toBe(false)
  }
})

it('holds no more than came in two periods', () => {
  const set = new ReplaySet(period, { now: 0 })
  for (let now = 0; now < 20_000; now++) set.take('k', `n${now}`, now)
  expect(set.size.kept).toBeLessThanOrEqual(2 * period)
  set.take('k', 'late', 60_000)
  expect(set.size.kept).toBe(1)
})

it('takes none when it is full, rather than forget one, until the eldest can come no more', () => {
  const set = new ReplaySet(period, { now: 0, most: 3 })
  expect(['a', 'b', 'c', 'd'].map((jti) => set.take('k', jti, 0))).toEqual([true, true, true, false])
  expect(set.take('k', 'e', 1500)).toBe(false)
  expect(set.take('k', 'e', 3000)).toBe(true)
})

it('begins with those that were taken before, and takes none that could have been', () => {
  const before = new ReplaySet(period, { now: 0 })
  before.take('k', 'a', 0)
  const set = new ReplaySet(period, { now: 100, taken: before.names })
  expect([set.take('k', 'a', 100), set.take('k', 'b', 100)]).toEqual([false, true])
  const unsure = new ReplaySet(period, { now: 10_000, madeSince: 11_000 })
  expect([unsure.take('k', 'c', 11_500, 10), unsure.take('k', 'c', 11_500, 11)]).toEqual([false, true])
})
