import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectorError } from '../../errors.ts'
import { type Attachment, attachmentsOf } from './attachments.ts'
import { type PdfShape, pdf } from './testing/pdf.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const two = [
  { name: 'Bon de livraison.txt', bytes: text('un carton') },
  { name: 'factur-x.xml', bytes: text('<a>été</a>') },
]
const said = (files: readonly Attachment[]): [string, string][] =>
  files.map((file) => [file.name, new TextDecoder().decode(file.bytes())])
const expected = two.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])

/** The code of the refusal; every file is read. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    for (const file of attachmentsOf(bytes)) file.bytes()
    return undefined
  } catch (error) {
    if (error instanceof ConnectorError) return error.code
    throw error
  }
}

describe('the attachments of a PDF', () => {
  it.each<[string, PdfShape]>([
    ['deflated', {}],
    ['as they are', { raw: true }],
    ['with objects and cross-references in compressed streams', { compressed: true }],
    ['named twice, by the tree and as associated files', { catalogue: '/AF [13 0 R 10 0 R]' }],
  ])('are read: %s', (_, shape) => {
    expect(said(attachmentsOf(pdf(two, shape)))).toEqual(expected)
  })

  it('are found by association alone, and by a name in UTF-16', () => {
    const utf16 = [...'é.xml'].map((char) => `00${char.charCodeAt(0).toString(16)}`).join('')
    const objects = [`<< /UF <feff${utf16}> /EF << /F 11 0 R >> >>`]
    const bytes = pdf([{ name: 'x', bytes: text('<a/>') }], {
      catalogue: '/Names null /AF [100 0 R]',
      objects,
    })
    expect(said(attachmentsOf(bytes))).toEqual([['é.xml', '<a/>']])
  })

  it('follow an update: what the last section says holds', () => {
    const before = pdf([{ name: 'a.xml', bytes: text('before') }])
    const start = /startxref\n(\d+)/.exec(Buffer.from(before).toString('latin1'))?.[1]
    const object = '\n10 0 obj\n<< /UF (b.xml) /EF << /F 11 0 R >> >>\nendobj\n'
    const at = before.length + object.length
    const update = `${object}xref\n10 1\n${String(before.length + 1).padStart(10, '0')} 00000 n \ntrailer\n<< /Root 1 0 R /Prev ${start} >>\nstartxref\n${at}\n%%EOF`
    expect(said(attachmentsOf(Buffer.concat([before, Buffer.from(update)])))).toEqual([['b.xml', 'before']])
  })

  it('are none where a PDF has none', () => expect(attachmentsOf(pdf([]))).toEqual([]))
})

describe('a hostile PDF is refused, in time and in memory', () => {
  const quickly = (bytes: Uint8Array): string | undefined => {
    const start = process.cpuUsage()
    const code = refusal(bytes)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500)
    return code
  }
  const bomb = deflateSync(new Uint8Array(100 * 1024 * 1024), { level: 9 })

  it('whose attachment becomes 100 MiB', () => {
    const before = process.memoryUsage().arrayBuffers
    expect(
      quickly(pdf([{ name: 'factur-x.xml', bytes: bomb }], { raw: true, stream: '/Filter /FlateDecode' })),
    ).toBe('archive-too-large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024)
  })

  it('whose attachments become too much together', () => {
    const each = deflateSync(new Uint8Array(9 * 1024 * 1024))
    const files = Array.from({ length: 4 }, (_, at) => ({ name: `${at}.xml`, bytes: each }))
    expect(quickly(pdf(files, { raw: true, stream: '/Filter /FlateDecode' }))).toBe('archive-too-large')
    expect(quickly(pdf(files.slice(0, 3), { raw: true, stream: '/Filter /FlateDecode' }))).toBeUndefined()
  })

  it.each<[string, PdfShape, string]>([
    ['protected by a password', { trailer: '/Encrypt << /Filter /Standard >>' }, 'protected'],
    ['protected, in compressed streams', { compressed: true, trailer: '/Encrypt 9 0 R' }, 'protected'],
    [
      'with two filters, one bomb in another',
      { stream: '/Filter [/FlateDecode /FlateDecode]', raw: true },
      'unsupported',
    ],
    ['with a filter of pictures', { stream: '/Filter /DCTDecode', raw: true }, 'unsupported'],
    ['whose sections lead back to themselves', { trailer: '/Prev 0' }, 'malformed'],
    ['whose sections are nowhere', { trailer: '/Prev 99999999' }, 'malformed'],
    [
      'whose references turn round',
      { catalogue: '/AF 100 0 R', objects: ['101 0 R', '100 0 R'] },
      'malformed',
    ],
    [
      'whose tree is a wheel',
      { catalogue: '/Names << /EmbeddedFiles 100 0 R >>', objects: ['<< /Kids [100 0 R 100 0 R] >>'] },
      'archive-too-large',
    ],
    ['whose lists are a thousand deep', { objects: [], catalogue: `/AF ${'['.repeat(1000)}` }, 'malformed'],
    ['with millions of values', { catalogue: `/AF [${'0 '.repeat(200_000)}]` }, 'archive-too-large'],
    ['with a string without end', { catalogue: `/AF (${'x'.repeat(1_000_000)}` }, 'malformed'],
  ])('%s', (_, shape, code) => {
    expect(quickly(pdf(two, shape))).toBe(code)
  })

  it('whose objects all begin with the same comment of megabytes', () => {
    const objects = Array.from({ length: 200 }, () => `%${'x'.repeat(60_000)}\n<< /UF (a) >>`)
    const list = objects.map((__, at) => `${100 + at} 0 R`).join(' ')
    expect(quickly(pdf([], { catalogue: `/AF [${list}]`, objects }))).toBe('archive-too-large')
  })

  it('whose table has millions of sections without an entry', () => {
    const table = `xref\n${'0 0\n'.repeat(4_000_000)}trailer\n<< >>\n`
    expect(quickly(text(`%PDF-1.7\n${table}startxref\n9\n%%EOF\n`))).toBe('archive-too-large')
  })

  it('whose attachment has changed since it was written', () => {
    const words = text('<amount>1234.56</amount>')
    const coded = deflateSync(words, { level: 0 })
    const at = Buffer.from(coded).indexOf('1234')
    const changed = Uint8Array.from(coded, (byte, index) => (index === at ? byte + 1 : byte))
    const carried = (bytes: Uint8Array): Uint8Array =>
      pdf([{ name: 'factur-x.xml', bytes }], { raw: true, stream: '/Filter /FlateDecode' })
    expect(refusal(carried(coded))).toBeUndefined()
    expect(refusal(carried(Buffer.concat([coded, Buffer.from('\r\n')])))).toBeUndefined()
    expect(refusal(carried(changed))).toBe('malformed')
  })

  it('that is cut, or altered anywhere', () => {
    const whole = pdf(two, { compressed: true })
    expect(refusal(whole.subarray(0, whole.length - 40))).toBeDefined()
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        refusal(Uint8Array.from(whole, (own, index) => (index === at ? byte : own)))
      }),
      { numRuns: 150 },
    )
  })
})
