import { expect, it } from 'vitest'
import { known } from './known.ts'

it('leaves out what is not known, and nothing else', () => {
  const record = known<{ a: string; b?: number; c?: string; d: readonly string[] }>({
    a: '',
    b: 0,
    c: undefined,
    d: [],
  })
  expect(record).toEqual({ a: '', b: 0, d: [] })
  expect(Object.keys(record)).toEqual(['a', 'b', 'd'])
})
