import { describe, expect, it } from 'vitest'
import { readGpx } from './gpx.ts'

interface Told {
  readonly name?: string
  readonly way?: string
  readonly to?: string
  readonly end?: string
}

function track({ name = 'Sortie', way = '45.771', to = '45.764', end = '08:21:00' }: Told = {}): string {
  const point = (lat: string, time: string): string =>
    `<trkpt lat="${lat}" lon="4.8357"><time>2026-03-29T${time}Z</time></trkpt>`
  const points = [point('45.7772', '08:00:00'), point(way, '08:10:00'), point(to, end)].join('')
  return `<trk><name>${name}</name><trkseg>${points}</trkseg></trk>`
}

const read = (...tracks: string[]) => readGpx(`<gpx version="1.1">\n${tracks.join('\n')}\n</gpx>`)
const keys = (...tracks: string[]): string[] => read(...tracks).map(({ key }) => key)

describe('tracks that start at one instant', () => {
  it.each([
    ['end at another', track({ end: '08:40:00' })],
    ['end elsewhere', track({ to: '45.8' })],
  ])('are told apart when they %s, whichever file holds them', (_, other) => {
    const [one, two] = keys(track(), other)
    expect(one).not.toBe(two)
    expect(keys(other)).toEqual([two])
    expect(keys(other, track())).toEqual([two, one])
  })

  it('and end together on other ways are twins: both survive', () => {
    const [one, two, ...more] = keys(track(), track({ way: '45.7701' }))
    expect(one).not.toBe(two)
    expect(more).toEqual([])
  })

  it('and say each point again are one', () => {
    expect(keys(track(), track({ end: '08:40:00' }), track())).toHaveLength(2)
  })
})

describe('a track', () => {
  it.each([
    ['its name', track({ name: 'Le tour du lac' })],
    ['its middle', track({ way: '45.7705' })],
  ])('keeps its key when %s is mended', (_, mended) => {
    expect(keys(mended)).toEqual(keys(track()))
  })
})
