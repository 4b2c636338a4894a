import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Pace, Paces } from './Pace.ts'

const never = (): AbortSignal => new AbortController().signal

/** How many of some turns have been given, once nothing more happens. */
async function given(turns: readonly Promise<void>[]): Promise<number> {
  let count = 0
  for (const turn of turns) turn.then(() => (count += 1)).catch(() => {})
  for (let round = 0; round < 20; round += 1) await Promise.resolve()
  return count
}

describe('the pace at which a server is asked', () => {
  let pace: Pace
  const ask = (count: number): Promise<void>[] => Array.from({ length: count }, () => pace.turn(never()))

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    pace = new Pace(4)
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is so many at once, and the next as one ends', async () => {
    const turns = ask(10)
    expect(await given(turns)).toBe(4)
    pace.end('answered')
    expect(await given(turns)).toBe(5)
    pace.end('no-answer')
    expect(await given(turns)).toBe(6)
  })

  it('is nothing for as long as the server asks, for everybody, then one alone, then as before', async () => {
    await Promise.all(ask(1))
    pace.end({ rest: 30_000 })
    const turns = ask(8)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(await given(turns)).toBe(0)
    await vi.advanceTimersByTimeAsync(1002)
    expect(await given(turns)).toBe(1)
    pace.end('answered')
    expect(await given(turns)).toBe(5)
  })

  it('rests again where the one that went alone is told so', async () => {
    await Promise.all(ask(1))
    pace.end({ rest: 1000 })
    const turns = ask(3)
    await vi.advanceTimersByTimeAsync(1002)
    expect(await given(turns)).toBe(1)
    pace.end({ rest: 1000 })
    expect(await given(turns)).toBe(1)
    await vi.advanceTimersByTimeAsync(1002)
    expect(await given(turns)).toBe(2)
  })

  it('rests for the longest that anybody was told', async () => {
    await Promise.all(ask(2))
    pace.end({ rest: 5000 })
    pace.end({ rest: 1000 })
    const turns = ask(1)
    await vi.advanceTimersByTimeAsync(4000)
    expect(await given(turns)).toBe(0)
    await vi.advanceTimersByTimeAsync(1002)
    expect(await given(turns)).toBe(1)
  })

  it('is over once five in a row were given up, and not where one was answered between', async () => {
    for (let round = 0; round < 4; round += 1) pace.giveUp()
    await Promise.all(ask(1))
    pace.end('answered')
    for (let round = 0; round < 4; round += 1) pace.giveUp()
    await Promise.all(ask(1))
    await Promise.all(ask(3))
    const refused = expect(pace.turn(never())).rejects.toMatchObject({ code: 'server-busy' })
    pace.giveUp()
    await refused
    await expect(pace.turn(never())).rejects.toMatchObject({ code: 'server-busy' })
  })

  it('is over at once where the server asks for more than ten minutes', async () => {
    await Promise.all(ask(1))
    pace.end({ rest: 3_600_000 })
    await expect(pace.turn(never())).rejects.toMatchObject({ code: 'server-busy' })
  })

  it('lets go of who is interrupted, and of nobody else', async () => {
    const stop = new AbortController()
    await Promise.all(ask(4))
    const waiting = pace.turn(stop.signal)
    const other = pace.turn(never())
    const refused = expect(waiting).rejects.toMatchObject({ code: 'interrupted' })
    stop.abort()
    await refused
    pace.end('answered')
    await other
    await expect(pace.turn(AbortSignal.abort())).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('keeps no process alive once nobody waits', async () => {
    const stop = new AbortController()
    await Promise.all(ask(1))
    pace.end({ rest: 60_000 })
    const waiting = Promise.allSettled([pace.turn(stop.signal), pace.turn(stop.signal)])
    stop.abort()
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const { timer } = pace as unknown as { timer: NodeJS.Timeout }
    expect(timer.hasRef()).toBe(false)
  })

  it('is each server’s own', () => {
    const paces = new Paces(2)
    expect(paces.of('https://one.example/a')).toBe(paces.of('https://one.example/b'))
    expect(paces.of('https://one.example/a')).not.toBe(paces.of('https://two.example/a'))
  })
})
