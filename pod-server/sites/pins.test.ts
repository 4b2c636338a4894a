import { describe, expect, it } from 'vitest'
import { appVersion, differences, parsePins } from './pins.ts'

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const abcHash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const sums = `${abcHash}  budget/assets/a.js\n${emptyHash}  budget/index.html\n${abcHash}  energy/index.html\n`
const budget = parsePins(sums).get('budget')
const built = (): Map<string, Uint8Array> =>
  new Map([
    ['/index.html', Buffer.from('')],
    ['/assets/a.js', Buffer.from('abc')],
  ])

describe('an app against what was built', () => {
  it('differs in nothing when each file is there, byte for byte', () => {
    expect(differences(budget, built())).toEqual([])
  })

  it.each([
    ['changed', built().set('/assets/a.js', Buffer.from('abd')), '/assets/a.js'],
    ['not-of-the-build', built().set('/assets/b.js', Buffer.from('abc')), '/assets/b.js'],
    ['not-of-the-build', built().set('/index.html.br', Buffer.from('')), '/index.html.br'],
    ['missing', new Map([...built()].slice(0, 1)), '/assets/a.js'],
  ] as const)('differs in a file that is %s', (is, files, name) => {
    expect(differences(budget, files)).toEqual([{ name, is }])
  })

  it('differs in every file where nothing is pinned, or in a form that is none of ours', () => {
    expect(differences(undefined, built())).toHaveLength(2)
    for (const text of ['', sums.toUpperCase(), sums.replaceAll('  ', ' *'), sums.replaceAll('budget/', '')])
      expect(differences(parsePins(text).get('budget'), built())).toHaveLength(2)
  })
})

describe('the version of an app', () => {
  it('is that of its own files, by name and content', () => {
    const version = (text: string) => appVersion('budget', parsePins(text).get('budget') ?? new Map())
    // As `grep ' budget/' SHA256SUMS | sha256sum` says it.
    expect(version(sums)).toBe('e11893910368')
    expect(version(sums.replace(`${abcHash}  energy`, `${emptyHash}  energy`))).toBe(version(sums))
    expect(version(sums.replace(`${abcHash}  budget`, `${emptyHash}  budget`))).not.toBe(version(sums))
    expect(version(sums.replace('a.js', 'b.js'))).not.toBe(version(sums))
  })
})
