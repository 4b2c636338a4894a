import { describe, expect, it } from 'vitest'
import type { ListeningDay } from './generated/media.ts'
import { formatPlays, type Play, parsePlays, playsOf } from './listening.ts'

const play = (at: string, title = 'Pente'): Play => ({ at, ms: 1000, creator: 'Les Traboules', title })
const [early, noon, late] = [play('2026-03-01T07:02Z'), play('2026-03-01T12:00Z'), play('2026-03-01T21:30Z')]
const day = (recordKey: string, plays: Play[]): ListeningDay => ({
  recordKey,
  day: '2026-03-01',
  kind: 'music',
  count: plays.length,
  seconds: plays.length,
  plays: formatPlays(plays),
})

describe('the plays of a day', () => {
  it('are read as they were written', () => {
    expect(parsePlays(formatPlays([early, early, late]))).toEqual([early, early, late])
  })

  it.each(['', 'Pente', '2026-03-01T07:02Z 1 Les Traboules Pente', '2026-03-01T07:02Z -1 A\tB'])(
    'are not %j',
    (text) => expect(() => parsePlays(text)).toThrow('A line is not a play'),
  )

  it('are those of the whole day, where a record says it', () => {
    expect(playsOf([day('music/2026-03-01/a-b', [early]), day('music/2026-03-01', [noon])])).toEqual([noon])
  })

  it('are those of its parts together, twins kept and nothing counted twice', () => {
    const parts = [
      day('music/2026-03-01/a-b', [early, noon, noon]),
      day('music/2026-03-01/b-c', [noon, late]),
    ]
    expect(playsOf(parts)).toEqual([early, noon, noon, late])
    expect(playsOf([])).toEqual([])
  })
})
