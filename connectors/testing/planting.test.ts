import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { markers, placesOf, plantable } from './planting.ts'

const [marker] = markers
const planted = (text: string): string[] => {
  const { places, plant } = plantable(Buffer.from(text))
  return Array.from({ length: places }, (_, at) => Buffer.from(plant(at, marker)).toString())
}

describe('what is planted', () => {
  it.each([
    ['a;b c\n1,5', ['M;b c\n1,5', 'a;M c\n1,5', 'a;b M\n1,5', 'a;b c\nM,5', 'a;b c\n1,M']],
    ['{"n": -12.5}', ['{"M": -12.5}', '{"n": M}']],
    [
      '<A u="x">é</A>',
      ['<M u="x">é</A>', '<A M="x">é</A>', '<A u="M">é</A>', '<A u="x">M</A>', '<A u="x">é</M>'],
    ],
  ])('takes the place of each word of %j', (text, all) => {
    const said = planted(text).map((it) => it.replace(marker, 'M'))
    for (const one of all) expect(said).toContain(one)
  })

  it('stands in each text of an archive, which is as it was but for that', () => {
    const { places, plant } = plantable(zipSync({ 'a.csv': strToU8('x;y'), 'b.bin': strToU8('z') }))
    expect(places).toBe(2)
    const entries = unzipSync(plant(1, marker))
    expect(Buffer.from(entries['a.csv'] ?? []).toString()).toBe(`x;${marker}`)
    expect(Buffer.from(entries['b.bin'] ?? []).toString()).toBe('z')
  })

  it('is planted in all places of a small file, and of a large one in the first and in as many others', () => {
    expect(placesOf(3, 10, Math.random)).toEqual([0, 1, 2])
    const some = placesOf(1000, 10, Math.random)
    expect(some.slice(0, 5)).toEqual([0, 1, 2, 3, 4])
    expect(new Set(some).size).toBe(10)
  })
})
