import { describe, expect, it } from 'vitest'
import { Kept } from './Kept.ts'

const settled = () => new Promise((done) => setImmediate(done))

describe('what is kept', () => {
  it('is made once, until it is forgotten', async () => {
    const kept = new Kept<number>(10)
    let made = 0
    const make = async () => ++made
    expect([await kept.of('a', make), await kept.of('a', make)]).toEqual([1, 1])
    kept.forget('a')
    expect([await kept.of('a', make), kept.size]).toEqual([2, 1])
    kept.forgetAll()
    expect([kept.size, await kept.of('a', make)]).toEqual([0, 3])
  })

  it('is not kept when it fails, nor when it was forgotten meanwhile', async () => {
    const kept = new Kept<number>(10)
    await expect(kept.of('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await settled()
    expect(kept.size).toBe(0)
    let done: (value: number) => void = () => {}
    const old = kept.of('b', () => new Promise((resolve) => (done = resolve)))
    kept.forget('b')
    const now = kept.of('b', async () => 2)
    done(1)
    expect([await old, await now, await kept.of('b', async () => 3)]).toEqual([1, 2, 2])
  })

  it('is known from the moment that it is made', async () => {
    const kept = new Kept<number>(10)
    expect(kept.known('a')).toBeUndefined()
    const making = kept.of('a', async () => 1)
    expect([await kept.known('a'), await making, kept.known('a')]).toEqual([1, 1, 1])
  })

  it('gives way by what it weighs, the longest unused first', async () => {
    const kept = new Kept<number>(10, (value) => value)
    await kept.of('a', async () => 4)
    await kept.of('b', async () => 4)
    await kept.of('a', async () => 4)
    await kept.of('c', async () => 4)
    await settled()
    expect(kept.size).toBe(2)
    expect(await kept.of('a', async () => 0)).toBe(4)
    await kept.of('huge', async () => 100)
    await settled()
    expect(kept.size).toBe(0)
  })
})
