import { expect, it } from 'vitest'
import { InOneTurn } from './InOneTurn.ts'

it('answers all that is asked in a turn at once, each with its own', async () => {
  const asked: (readonly number[])[] = []
  const doubled = new InOneTurn((numbers: readonly number[]) => {
    asked.push(numbers)
    return numbers.map((it) => 2 * it)
  })
  expect(await Promise.all([doubled.of(1), doubled.of(2), doubled.of(3)])).toEqual([2, 4, 6])
  expect(await doubled.of(4)).toBe(8)
  expect(asked).toEqual([[1, 2, 3], [4]])
})

it('tells all of a turn that it failed, and answers the next', async () => {
  const broken = new Error('the file is gone')
  let works = false
  const same = new InOneTurn((asked: readonly string[]) => {
    if (!works) throw broken
    return asked
  })
  const ends = await Promise.allSettled(['a', 'b', 'c'].map((it) => same.of(it)))
  expect(ends).toEqual(Array(3).fill({ status: 'rejected', reason: broken }))
  works = true
  expect(await Promise.all([same.of('a'), same.of('b')])).toEqual(['a', 'b'])
})
