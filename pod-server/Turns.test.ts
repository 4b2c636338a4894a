import { describe, expect, it } from 'vitest'
import { type Names, Turns } from './Turns.ts'

const all = { all: { atOnce: 3, waiting: 4 } }
const slow: Names = { ...all, slow: { atOnce: 1, waiting: 2 } }
const quick: Names = { ...all, quick: { atOnce: 2, waiting: 2 } }

/** Takes a place, and says when it has it. */
function taking(turns: Turns, names: Names) {
  const place = { begun: false, refused: false, release: () => {} }
  const done = turns.take(names).then((release) => {
    if (release) Object.assign(place, { begun: true, release })
    else place.refused = true
  })
  return { place, done }
}
const settled = () => new Promise((done) => setImmediate(done))

describe('places', () => {
  it('are had at once while all of their names have one left', async () => {
    const turns = new Turns()
    const taken = [slow, quick, quick].map((names) => taking(turns, names))
    await settled()
    expect(taken.map(({ place }) => place.begun)).toEqual([true, true, true])
    const late = taking(turns, { other: { atOnce: 9, waiting: 0 }, ...all })
    await settled()
    expect(late.place).toMatchObject({ begun: false, refused: true })
  })

  it('are given in order of arrival, past those that wait for a busy name', async () => {
    const turns = new Turns()
    const first = taking(turns, slow)
    const second = taking(turns, slow)
    const others = [taking(turns, quick), taking(turns, quick), taking(turns, quick)]
    await settled()
    expect(second.place.begun).toBe(false)
    expect(others.map(({ place }) => place.begun)).toEqual([true, true, false])
    others[0]?.place.release()
    await settled()
    expect(others[2]?.place.begun).toBe(true)
    expect(second.place.begun).toBe(false)
    first.place.release()
    await settled()
    expect(second.place.begun).toBe(true)
  })

  it('are refused to more than may wait, and given back once', async () => {
    const turns = new Turns()
    const taken = Array.from({ length: 4 }, () => taking(turns, slow))
    await settled()
    expect(taken.map(({ place }) => [place.begun, place.refused])).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ])
    taken[0]?.place.release()
    taken[0]?.place.release()
    await settled()
    expect(taken.map(({ place }) => place.begun)).toEqual([true, true, false, false])
  })
})
