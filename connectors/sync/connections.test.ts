import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../cli/io.ts'
import { readConnections } from './connections.ts'

const sound = {
  webId: 'https://pod.example/a/profile/card#me',
  container: 'https://pod.example/a/data/bank/banque/',
  shapes: [],
  grant: 'https://pod.example/grants/1',
}

describe('the file of connections', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'traboule-connections-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const read = async (text: string) => {
    const path = join(folder, 'links.json')
    await writeFile(path, text)
    return readConnections(path, 'banque')
  }

  it('is read where each entry is sound, and may hold nobody', async () => {
    expect(await read(JSON.stringify({ 'c-1': sound }))).toEqual(new Map([['c-1', sound]]))
    expect((await read('{}')).size).toBe(0)
  })

  it.each([
    ['null', null],
    ['a text', 'https://pod.example/a/'],
    ['a list', [sound]],
    ['no grant', { ...sound, grant: undefined }],
    ['another partner’s container', { ...sound, container: 'https://pod.example/a/data/bank/autre/' }],
    ['an address that is not safe', { ...sound, webId: 'http://pod.example/a/profile/card#me' }],
  ])('is refused with an entry that is %s, with its place and without the customer', async (_, entry) => {
    const text = JSON.stringify({ [`{"a": "b`]: sound, SECRET: entry }, null, 2).replace('{', '{\n')
    const all = read(text)
    await expect(all).rejects.toThrow(UsageError)
    await expect(all).rejects.toThrow('links.json')
    await expect(all).rejects.toThrow(/entry 2 \(line 9\)/)
    await expect(all).rejects.not.toThrow('SECRET')
  })

  it('counts entries as they stand in the file, names that are numbers too', async () => {
    const text = `{"b": ${JSON.stringify(sound)},\n"7": null}`
    await expect(read(text)).rejects.toThrow('entry 2 (line 2)')
  })

  it.each(['[]', 'null', '"a"', '', '{'])('is refused where it is %s', async (text) => {
    await expect(read(text)).rejects.toThrow('a JSON object is needed')
  })

  it('is refused where it is not there', async () => {
    await expect(readConnections(join(folder, 'none.json'), 'banque')).rejects.toThrow(
      '(none.json): no such file',
    )
    await expect(readConnections(folder, 'banque')).rejects.toThrow('it is a folder; a file is needed')
  })
})
