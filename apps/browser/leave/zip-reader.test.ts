import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unfold, zipDirectory } from './zip-reader.ts'

const text = strToU8('à la main '.repeat(10_000))
const zip = (files: Record<string, Uint8Array> = { 'files/a.ttl': text, 'manifest.json': strToU8('{}') }) =>
  new Uint8Array(zipSync(files))
const blob = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes])
/** The first entry of the directory, with other numbers (APPNOTE 4.3.12). */
function told(offset: number, value: number, bytes = zip()): Blob {
  const view = new DataView(bytes.buffer)
  view.setUint32(view.getUint32(bytes.length - 6, true) + offset, value, true)
  return blob(bytes)
}
const refused = async (given: Blob, fault: string, file = 'files/a.ttl') => {
  const opening = zipDirectory(given).then((all) => {
    const entry = all.get(file)
    return entry && unfold(given, entry)
  })
  await expect(opening).rejects.toMatchObject({ fault })
}

describe('an archive', () => {
  it('gives its files by name, folded or not', async () => {
    const given = blob(zip({ 'files/é.ttl': text, empty: new Uint8Array() }))
    const all = await zipDirectory(given)
    expect([...all.keys()]).toEqual(['files/é.ttl', 'empty'])
    for (const [name, bytes] of [
      ['files/é.ttl', text],
      ['empty', new Uint8Array()],
    ] as const) {
      const entry = all.get(name)
      expect(entry && (await unfold(given, entry))).toEqual(new Uint8Array(bytes))
    }
    const stored = blob(new Uint8Array(zipSync({ a: [text, { level: 0 }] })))
    const [entry] = (await zipDirectory(stored)).values()
    expect(entry && (await unfold(stored, entry))).toEqual(new Uint8Array(text))
  })

  it('that is none, or is cut, is refused', async () => {
    await refused(blob(new Uint8Array(0)), 'not-a-copy')
    await refused(blob(new Uint8Array(100_000)), 'not-a-copy')
    await refused(blob(zip().slice(0, -30)), 'not-a-copy')
    await refused(blob(zip().slice(200)), 'not-a-copy')
    await refused(told(8, 1), 'not-a-copy')
    await refused(told(0, 0), 'not-a-copy')
  })

  it('that would unfold to more than a pod holds is refused before anything of it is', async () => {
    await refused(told(24, 65 << 20), 'too-large')
    const bytes = zip()
    new DataView(bytes.buffer).setUint16(bytes.length - 12, 0xffff, true)
    await refused(blob(bytes), 'too-large')
  })

  it('whose file is larger, or smaller, than told is not unfolded further', async () => {
    await refused(told(24, 100), 'altered')
    await refused(told(24, text.length + 1), 'altered')
    const bomb = zip({ 'files/a.ttl': new Uint8Array(32 << 20) })
    await refused(told(24, 1000, bomb), 'altered')
  })

  it('whose files share bytes is refused', async () => {
    const bytes = zip({ a: text, b: text })
    const view = new DataView(bytes.buffer)
    const second = view.getUint32(bytes.length - 6, true) + 46 + 1
    view.setUint32(second + 42, 0, true)
    await refused(blob(bytes), 'not-a-copy')
  })

  it.each(['../a', '/a', 'a/../../b', 'C:\\a', 'files/./a'])(
    'with a file called %s is refused',
    async (name) => {
      await refused(blob(zip({ [name]: text })), 'unsafe')
    },
  )

  it('of more files than a pod holds is refused', async () => {
    const bytes = zip()
    const view = new DataView(bytes.buffer)
    view.setUint16(bytes.length - 12, 65_534, true)
    await refused(blob(bytes), 'too-large')
  })
})
