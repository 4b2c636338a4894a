import { describe, expect, it } from 'vitest'
import type { StoredFile } from '../../../connectors/runner/read-rows.ts'
import { chosenFile } from './chosen-file.ts'
import { allConnectors } from './connector-list.ts'
import { recognise } from './recognise.ts'

const connectors = await allConnectors()

/** One that nobody may read but for its beginning. */
const unread = (size: number, head = ''): StoredFile => ({
  size,
  head: new TextEncoder().encode(head),
  bytes: () => Promise.reject(new Error('read')),
  chunks: () => {
    throw new Error('read')
  },
  sha256: () => Promise.reject(new Error('read')),
})

const mebibyte = 1024 * 1024

describe('a file', () => {
  it('is known by who can read it', async () => {
    const file = await chosenFile(new Blob(['BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n']))
    expect((await recognise(file, connectors)).map(({ id }) => id)).toEqual(['contacts-calendar'])
  })

  it('of several readings has them all', async () => {
    const file = await chosenFile(new Blob(['a']))
    const [bank, gas] = connectors.map((connector) => ({ ...connector, sniff: () => 'any' }))
    if (!bank || !gas) throw new Error('none')
    expect(await recognise(file, [bank, gas])).toEqual([bank, gas])
  })

  it.each([
    ['empty', 0, 'empty'],
    ['that nobody knows and is large', 20 * mebibyte, 'too-large'],
    ['larger than a telephone holds, of a kind that is read piece by piece', 129 * mebibyte, 'too-large'],
  ])('%s is refused before it is read', async (_, size, code) => {
    const head = '<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>]>\n'
    const file = unread(size, size > 100 * mebibyte ? head : '')
    await expect(recognise(file, connectors)).rejects.toMatchObject({ code })
  })

  it('that is large is known by its beginning, where it is read piece by piece', async () => {
    const head = '<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>]>\n'
    expect((await recognise(unread(100 * mebibyte, head), connectors)).map(({ id }) => id)).toEqual([
      'wellbeing',
    ])
  })

  it('that nobody knows is refused', async () => {
    await expect(recognise(await chosenFile(new Blob(['what?'])), connectors)).rejects.toMatchObject({
      code: 'unknown-layout',
      who: 'us',
    })
  })
})
