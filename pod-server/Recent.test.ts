import { expect, it } from 'vitest'
import { Recent } from './Recent.ts'

it('has what was set, as it was set last, until it is deleted', () => {
  const recent = new Recent<number>(4)
  recent.set('a', 1)
  recent.set('a', 2)
  recent.set('b', 3)
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([2, 3, undefined])
  recent.delete('a')
  expect([recent.get('a'), recent.size.kept]).toEqual([undefined, 1])
  recent.clear()
  expect([recent.get('b'), recent.size.kept]).toEqual([undefined, 0])
})

it('has no more than it may, and what is looked at stays', () => {
  const recent = new Recent<number>(100)
  recent.set('looked-at', -1)
  for (let n = 0; n < 1000; n++) {
    recent.set(`${n}`, n)
    expect(recent.size.kept).toBeLessThanOrEqual(101)
    expect(recent.get('looked-at')).toBe(-1)
  }
  expect([recent.get('999'), recent.get('0')]).toEqual([999, undefined])
})

it('never has an earlier value again, however old the later one is', () => {
  const recent = new Recent<number>(4)
  for (const [name, value] of [
    ['a', 1],
    ['b', 1],
    ['c', 1],
    ['a', 2],
    ['d', 1],
  ] as const)
    recent.set(name, value)
  expect(recent.get('a')).toBe(2)
  recent.delete('a')
  expect(recent.get('a')).toBeUndefined()
})
