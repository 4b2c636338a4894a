import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { namesIn, unzip } from './zip.ts'

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const any = () => true

describe('an archive', () => {
  it('gives the wanted files by name', () => {
    const bytes = zipSync({ 'a.csv': Buffer.from('1;2'), 'dossier/b.csv': Buffer.from('3') })
    const files = unzip(bytes, (name) => name.endsWith('b.csv'))
    expect([...files].map(([name, file]) => [name, text(file)])).toEqual([['dossier/b.csv', '3']])
  })

  it('tells its names without being unfolded', () => {
    const bytes = withSize(zipSync({ 'a.csv': new Uint8Array(1024) }), 65 * 1024 * 1024)
    expect(namesIn(bytes)).toEqual(['a.csv'])
    expect(() => namesIn(bytes.subarray(0, 60))).toThrow('malformed')
  })

  it('that unfolds to more than is taken is refused before it is unfolded', () => {
    const bytes = withSize(zipSync({ 'a.csv': new Uint8Array(1024) }), 65 * 1024 * 1024)
    expect(() => unzip(bytes, any)).toThrow('archive-too-large')
    expect([...unzip(bytes, () => false)]).toEqual([])
  })

  it('whose entry says it is smaller than it is, is refused', () => {
    const bytes = withSize(zipSync({ 'a.csv': new Uint8Array(1024 * 1024) }), 100)
    expect(() => unzip(bytes, any)).toThrow('malformed')
  })

  it('of many files, with a password, cut, or that is none, is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}`, new Uint8Array(1)]))
    expect(() => unzip(zipSync(many), any)).toThrow('archive-too-large')
    const bytes = zipSync({ 'a.csv': Buffer.from('1;2') })
    expect(() => unzip(bytes.subarray(0, 60), any)).toThrow('malformed')
    bytes[6] = 1
    expect(() => unzip(bytes, any)).toThrow('protected')
    expect(() => unzip(new Uint8Array(100), any)).toThrow('malformed')
  })
})

/** The same archive of `a.csv`, whose directory says another size (APPNOTE 4.3.12). */
function withSize(bytes: Uint8Array, size: number): Uint8Array {
  const directory = bytes.length - 22 - 46 - 'a.csv'.length
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect(view.getUint32(directory, true)).toBe(0x02014b50)
  view.setUint32(directory + 24, size, true)
  return bytes
}
