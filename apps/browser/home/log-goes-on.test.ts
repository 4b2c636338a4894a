import { describe, expect, it } from 'vitest'
import { goesOn } from './log-goes-on.ts'

const mark = (number: number, byte = 1) => ({ number, hash: new Uint8Array(32).fill(byte) })

describe('a log', () => {
  it('goes on from what this device had seen when it ends there or further', () => {
    expect(goesOn(undefined, undefined)).toBe(true)
    expect(goesOn(mark(5), mark(5))).toBe(true)
    expect(goesOn(mark(5), mark(6, 2))).toBe(true)
  })

  it('does not when it is shorter, ends otherwise, or is gone', () => {
    expect(goesOn(mark(5), mark(4))).toBe(false)
    expect(goesOn(mark(5), mark(5, 2))).toBe(false)
    expect(goesOn(mark(5), mark(Number.NaN))).toBe(false)
    expect(goesOn(mark(5), undefined)).toBe(false)
  })
})
