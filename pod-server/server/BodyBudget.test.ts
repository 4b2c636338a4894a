import { expect, it } from 'vitest'
import { BodyBudget } from './BodyBudget.ts'

const megabytes = (count: number) => count * 1024 * 1024

it('gives a client half of the memory, and all of them together no more than all', () => {
  const budget = new BodyBudget()
  const first = [budget.share('a'), budget.share('a'), budget.share('a')]
  expect(first.map(({ take }) => take(megabytes(32)))).toEqual([true, true, false])
  expect(budget.share('b').take(megabytes(64))).toBe(true)
  const other = budget.share('c')
  expect(other.take(1)).toBe(false)
  first[0]?.giveBack()
  first[0]?.giveBack()
  expect(other.take(megabytes(32))).toBe(true)
  expect(other.take(1)).toBe(false)
  other.giveBack()
  expect(first[2]?.take(megabytes(32))).toBe(true)
})
