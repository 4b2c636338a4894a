import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random.ts'
import { constructs, type Kind, kinds } from './constructs.ts'
import { relocated } from './relocated.ts'
import { stretchOf } from './stretch.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const csv = 'day;label;cents\n2026-01-02;bread;120\n2026-01-03;milk;95\n'
const xml = '<?xml version="1.0"?>\n<a>\n<b id="1">x</b>\n</a>\n'
const json = '{"list": [{"id": 1, "of": [2]}], "end": "x"}'
const card = 'BEGIN:VCARD\r\nN;CHARSET=UTF-8:Martin;Jeanne\r\nEND:VCARD\r\n'

/** Every construct of a kind that a random choice finds. */
function found(kind: Kind, text: string): (string | undefined)[] {
  const all = Array.from({ length: 60 }, (_, seed) => constructs[kind](text, seededRandom(seed)))
  return [...new Set(all.map((it) => it?.unit))].sort()
}

describe('a construct', () => {
  it('is one of the format, whole', () => {
    expect(found('separator', csv)).toEqual(['\n', '-', ';'])
    expect(found('line', csv)).toEqual(csv.match(/.+\n/g)?.sort())
    expect(found('element', xml)).toEqual(['<a>\n<b id="1">x</b>\n</a>', '<b id="1">x</b>'])
    expect(found('element', json)).toEqual(['{"id": 1, "of": [2]},'])
    expect(found('element', card)).toEqual([card])
    expect(found('nesting', xml)).toEqual(['<a>', '<b id="1">'])
  })

  it('has a name of its own each time where none may stand twice', () => {
    expect(found('attribute', xml)).toEqual([' id0="1"', ' version0="1.0"'])
    expect(found('attribute', json)).toEqual(['"id0": 1,'])
    expect(found('attribute', card)).toEqual([';CHARSET0=UTF-8'])
  })

  it('is none where the format has none', () => {
    expect(found('element', csv)).toEqual([undefined])
    expect(found('digit', '{}')).toEqual([undefined])
  })
})

describe('a stretched file', () => {
  it('is the same for the same seed and number, and another for others', () => {
    const inputs = (seed: number): Buffer[] =>
      kinds.map((_, index) => Buffer.from(stretchOf(bytes(csv), seed, index)))
    const [one, again, other] = [inputs(1), inputs(1), inputs(2)]
    expect(again.every((input, index) => input.equals(one[index] ?? Buffer.alloc(0)))).toBe(true)
    expect(other.some((input, index) => !input.equals(one[index] ?? Buffer.alloc(0)))).toBe(true)
  })

  it('is as long as a limit allows, or one byte more', () => {
    const sizes = Array.from({ length: 60 }, (_, index) => stretchOf(bytes(csv), 3, index * kinds.length))
    const lengths = new Set(sizes.map(({ length }) => length))
    expect(lengths).toContain(16 * 2 ** 20)
    expect(lengths).toContain(16 * 2 ** 20 + 1)
    expect(Math.max(...lengths)).toBe(16 * 2 ** 20 + 1)
  })

  it('counts where it is told to', () => {
    const numbered = Array.from({ length: 12 }, (_, turn) =>
      Buffer.from(stretchOf(bytes('id\n0007\n'), 1, kinds.indexOf('numberedLine') + turn * kinds.length)),
    )
    expect(numbered.some((input) => input.includes('0000\n0001\n0002\n'))).toBe(true)
  })

  it('is one inside its archive', () => {
    const zip = zipSync({ 'a.xml': bytes(xml) })
    const lengths = Array.from({ length: 5 }, (_, index) => {
      const { 'a.xml': inside } = unzipSync(stretchOf(zip, 1, index))
      return inside?.length ?? 0
    })
    for (const length of lengths) expect(length).toBeGreaterThan(60_000)
  })
})

it('leads to the objects of a PDF where they are now', () => {
  const table = ['xref', '0 3', '0000000000 65535 f ', '0000000009 00000 n ', '0000000020 00000 n ']
  const pdf = `%PDF-1.4\n1 0 obj\n \n2 0 obj\n\n${table.join('\n')}\nstartxref\n31\n%%EOF`
  const put = `${pdf.slice(0, 17)}     ${pdf.slice(17)}`
  const moved = relocated(Buffer.from(put), 17, 5).toString()
  expect(moved).toContain('0000000009 00000 n \n0000000025 00000 n ')
  expect(moved).toContain('startxref\n36\n')
})
