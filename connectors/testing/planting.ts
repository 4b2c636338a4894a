import { unzipSync, zipSync } from 'fflate'

/** What is planted: it stands in no partner's file. The second is a number where a number has to be. */
export const markers = ['Zqxjkvbw', '90817263549'] as const

/** A file, and each place of it where a value stands. */
export interface Plantable {
  readonly places: number
  /** The file with a marker in the place of the value there. */
  plant(place: number, marker: string): Uint8Array
}

/**
 * Each word of a text, and of each text in an archive: cells, values, and also names of fields and elements. Of what is
 * compressed otherwise (PDF), the words that can be seen.
 */
export function plantable(bytes: Uint8Array): Plantable {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isArchive) return ofText(bytes)
  const entries = unzipSync(bytes)
  const texts = Object.keys(entries).filter((name) => /\.(xml|json|csv|txt)$/i.test(name))
  const all = texts.map((name) => ({ name, ...ofText(entries[name] ?? new Uint8Array()) }))
  return {
    places: all.reduce((sum, { places }) => sum + places, 0),
    plant(place, marker) {
      let at = place
      for (const { name, places, plant } of all) {
        if (at < places) return zipSync({ ...entries, [name]: plant(at, marker) }, { level: 0 })
        at -= places
      }
      throw new RangeError('no such place')
    },
  }
}

/** One character a byte, whatever the encoding: what is not planted stays as it is. */
function ofText(bytes: Uint8Array): Plantable {
  const text = Buffer.from(bytes).toString('latin1')
  const words = [...text.matchAll(/[\w+\-.\u0080-\u00ff][^\s"',;|<>{}[\]=&]*/g)]
  return {
    places: words.length,
    plant(place, marker) {
      const { index = 0, [0]: word = '' } = words[place] ?? {}
      return Buffer.from(text.slice(0, index) + marker + text.slice(index + word.length), 'latin1')
    },
  }
}

/** So many places of a file, each once: all, or the first of them and then as many of the others, anywhere. */
export function placesOf(places: number, most: number, random: () => number): number[] {
  const all = Array.from({ length: places }, (_, place) => place)
  if (places <= most) return all
  const first = all.slice(0, Math.floor(most / 2))
  const others = all.slice(first.length)
  for (let at = 0; at < most - first.length; at += 1) {
    const other = at + Math.floor(random() * (others.length - at))
    ;[others[at], others[other]] = [others[other] ?? 0, others[at] ?? 0]
  }
  return [...first, ...others.slice(0, most - first.length)]
}
