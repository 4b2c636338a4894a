import { describe, expect, it } from 'vitest'
import { type Names, type Shares, Turns } from './Turns.ts'

const shares: Shares = { atOnce: 3, kept: 0, waiting: 4, sender: { atOnce: 9, waiting: 9 } }
const slow: Names = { slow: { atOnce: 1, waiting: 2 } }
const quick: Names = { quick: { atOnce: 2, waiting: 2 } }

/** Takes a place, and says when it has it. */
function taking(turns: Turns, names: Names, sender = 'alice') {
  const place = { begun: false, refused: false, release: () => {} }
  void turns.take(sender, names).then((release) => {
    if (release) Object.assign(place, { begun: true, release })
    else place.refused = true
  })
  return place
}
const settled = () => new Promise((done) => setImmediate(done))
const begun = (places: readonly { begun: boolean }[]) => places.map((it) => it.begun)

describe('places', () => {
  it('are had at once while all of their names have one left', async () => {
    const turns = new Turns({ ...shares, waiting: 0 })
    const taken = [slow, quick, quick].map((names) => taking(turns, names))
    await settled()
    expect(begun(taken)).toEqual([true, true, true])
    const late = taking(turns, {})
    await settled()
    expect(late).toMatchObject({ begun: false, refused: true })
  })

  it('are given in order of arrival, past those that wait for a busy name', async () => {
    const turns = new Turns(shares)
    const first = taking(turns, slow)
    const second = taking(turns, slow)
    const others = [taking(turns, quick), taking(turns, quick), taking(turns, quick)]
    await settled()
    expect(second.begun).toBe(false)
    expect(begun(others)).toEqual([true, true, false])
    others[0]?.release()
    await settled()
    expect(others[2]?.begun).toBe(true)
    expect(second.begun).toBe(false)
    first.release()
    await settled()
    expect(second.begun).toBe(true)
  })

  it('are refused to more than may wait, and given back once', async () => {
    const turns = new Turns(shares)
    const taken = Array.from({ length: 4 }, () => taking(turns, slow))
    await settled()
    expect(taken.map((place) => [place.begun, place.refused])).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ])
    taken[0]?.release()
    taken[0]?.release()
    await settled()
    expect(begun(taken)).toEqual([true, true, false, false])
  })

  it('go to whoever holds the fewest, and then to whoever was served the longest ago', async () => {
    const turns = new Turns(shares)
    const busy = Array.from({ length: 5 }, () => taking(turns, {}, 'busy'))
    const late = [taking(turns, {}, 'late'), taking(turns, {}, 'later')]
    await settled()
    expect(begun([...busy, ...late])).toEqual([true, true, true, false, false, false, false])
    busy[0]?.release()
    await settled()
    expect(begun(late)).toEqual([true, false])
    busy[1]?.release()
    await settled()
    expect(begun(late)).toEqual([true, true])
    // Each holds one now: the place of the last goes back to the one who has waited since.
    late[1]?.release()
    await settled()
    expect(begun(busy)).toEqual([true, true, true, true, false])
  })

  it('are kept for those that hold none', async () => {
    const turns = new Turns({ ...shares, kept: 1 })
    const busy = Array.from({ length: 3 }, () => taking(turns, {}, 'busy'))
    const other = taking(turns, {}, 'other')
    await settled()
    expect(begun([...busy, other])).toEqual([true, true, false, true])
    busy[0]?.release()
    await settled()
    expect(busy[2]?.begun).toBe(false)
    other.release()
    await settled()
    expect(busy[2]?.begun).toBe(true)
  })

  it('are waited for by all alike: who waits most gives way when no more may wait', async () => {
    const turns = new Turns(shares)
    const busy = Array.from({ length: 7 }, () => taking(turns, {}, 'busy'))
    const other = [taking(turns, {}, 'other'), taking(turns, {}, 'other'), taking(turns, {}, 'other')]
    await settled()
    expect(busy.map(({ refused }) => refused)).toEqual([...Array(5).fill(false), true, true])
    expect(other.map(({ refused }) => refused)).toEqual([false, false, true])
  })

  it('are as many under a name as its bound says at that moment', async () => {
    const turns = new Turns(shares)
    const host = { atOnce: 2, waiting: 4 }
    const taken = Array.from({ length: 4 }, () => taking(turns, { host }))
    await settled()
    host.atOnce = 1
    taken[0]?.release()
    await settled()
    expect(begun(taken)).toEqual([true, true, false, false])
    taken[1]?.release()
    await settled()
    expect(begun(taken)).toEqual([true, true, true, false])
  })
})
