import { describe, expect, it } from 'vitest'
import { copyFormat, isPath, isPlainName, plainType, readCopyManifest } from './copy.ts'

const pod = 'https://pod.example/alice/'
const file = { file: 'files/a.ttl', sha256: 'a'.repeat(64), size: 3 }
const whole = {
  format: copyFormat,
  pod,
  webId: `${pod}profile/card#me`,
  exported: '2026-11-26T18:00:00.000Z',
  resources: [
    { path: 'notes/' },
    { path: 'notes/a.ttl', contentType: 'text/turtle; charset=utf-8', ...file },
  ],
  beside: [{ ...file, file: 'grants.json' }],
}
const read = (change: object) => readCopyManifest(JSON.stringify({ ...whole, ...change }))

it('a manifest is read as it was written', () => expect(read({})).toEqual(whole))

describe('a manifest is none', () => {
  const [container, document] = whole.resources
  it.each<[string, object]>([
    ['of another format', { format: 1 }],
    ['of no pod', { pod: 'https://pod.example/alice' }],
    ['of nobody', { webId: 'alice' }],
    ['of no day', { exported: 'today' }],
    ['that says one path twice', { resources: [document, { ...document, file: 'files/b' }] }],
    ['that says one file twice', { resources: [document, { ...document, path: 'b' }] }],
    ['with a document without a file', { resources: [{ path: 'a' }] }],
    ['with a container that is a file', { resources: [{ ...container, ...file }] }],
    ['with a file that climbs', { resources: [{ ...document, file: '../a' }] }],
    ['with a path that climbs', { resources: [{ ...document, path: 'a/../../bob/x' }] }],
    ['with a digest that is none', { resources: [{ ...document, sha256: 'A' }] }],
    ['with a size that is none', { resources: [{ ...document, size: -1 }] }],
    ['with a file that is too large', { resources: [{ ...document, size: 2 ** 30 }] }],
    ['with a type that adds a header', { resources: [{ ...document, contentType: 'a/b\r\nx: y' }] }],
    ['of too many', { resources: Array.from({ length: 50_001 }, (_, at) => ({ path: `${at}/` })) }],
  ])('%s', (_, change) => expect(read(change)).toBeUndefined())
  it('that is cut', () => expect(readCopyManifest(JSON.stringify(whole).slice(0, -1))).toBeUndefined())
})

it('a path stays below the pod, and a name below the archive', () => {
  for (const path of ['a', 'a/b/', '%C3%A9%20!', 'a..b', '...', 'a:b'])
    expect([path, isPath(path, pod)]).toEqual([path, true])
  for (const path of [
    '',
    '/',
    '//x',
    '.',
    '..',
    'a/./b',
    '%2e%2E/x',
    'a?b',
    'a#b',
    'a\\b',
    'a b',
    'é',
    'a//b',
  ])
    expect([path, isPath(path, pod)]).toEqual([path, false])
  for (const name of ['files/a', 'files/é/', 'a..b']) expect([name, isPlainName(name)]).toEqual([name, true])
  for (const name of ['/a', '../a', 'a/../b', 'C:a', 'a\\b', 'a//b', '.', 'a\0'])
    expect([name, isPlainName(name)]).toEqual([name, false])
})

describe('the type of a document, which whoever wrote it has chosen,', () => {
  it.each([
    'application/vnd.x#y',
    `a/${'b'.repeat(150)}`,
    'application/pdf; x=\ty',
    `application/pdf; x=${'y'.repeat(600)}`,
    'application/pdf; x=é',
    'no type',
  ])('makes no manifest unreadable: %s', (contentType) => {
    expect(read({ resources: [{ path: 'a', contentType, ...file }] })).toBeDefined()
  })
  it('is said again as far as it is one, and never as anything else', () => {
    expect(
      [
        'application/vnd.x#y',
        'text/plain; charset=iso-8859-1',
        'text/plain;a="b c"',
        'application/pdf; x=\ty',
        'application/pdf; x=é',
        'no type',
        undefined,
      ].map(plainType),
    ).toEqual([
      'application/vnd.x#y',
      'text/plain; charset=iso-8859-1',
      'text/plain;a="b c"',
      'application/pdf',
      'application/pdf',
      'application/octet-stream',
      'application/octet-stream',
    ])
  })
})
