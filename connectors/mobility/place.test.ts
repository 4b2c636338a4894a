import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOf, lengthOf, readPoint, roughly } from './place.ts'

describe('a place', () => {
  it.each([
    ['undefined', '4.8'],
    ['', '4.8'],
    ['91', '4.8'],
    ['45.7', '181'],
    ['45,7', '4.8'],
    ['1e1', '4.8'],
  ])('is not at %j, %j', (lat, lon) => expect(readPoint(lat, lon)).toBeUndefined())

  it('is told to some hundred metres', () => {
    expect(roughly({ lat: 45.7748123, lon: 4.8321987 })).toBe('45.775 4.832')
    expect(roughly({ lat: -0.0001, lon: -179.9999 })).toBe('0.000 -180.000')
  })

  it('is as far from another as the Earth is round', () => {
    const [paris, lyon] = [
      { lat: 48.8566, lon: 2.3522 },
      { lat: 45.764, lon: 4.8357 },
    ]
    expect(lengthOf([paris, lyon])).toBeGreaterThan(390_000)
    expect(lengthOf([paris, lyon])).toBeLessThan(393_000)
    expect(lengthOf([paris])).toBe(0)
    expect(boxOf([paris, lyon])).toBe('45.764 2.352 48.857 4.836')
  })

  it('lies in its box, and no way is shorter than the straight one', () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(lengthOf([a, b, c])).toBeGreaterThanOrEqual(lengthOf([a, c]) - 1)
        const [south = 0, west = 0, north = 0, east = 0] = boxOf([a, b, c]).split(' ').map(Number)
        for (const { lat, lon } of [a, b, c]) {
          expect(lat).toBeGreaterThan(south - 0.001)
          expect(lat).toBeLessThan(north + 0.001)
          expect(lon).toBeGreaterThan(west - 0.001)
          expect(lon).toBeLessThan(east + 0.001)
        }
      }),
    )
  })
})
