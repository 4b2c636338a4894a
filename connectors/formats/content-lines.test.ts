import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectorError, type ConnectorErrorCode } from '../errors.ts'
import { readComponents, splitEscaped, unescapeText } from './components.ts'
import { readContentLines } from './content-lines.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const refusal = (run: () => unknown): [ConnectorErrorCode, number | undefined] | undefined => {
  try {
    run()
    return undefined
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error
    return [error.code, error.line]
  }
}

describe('content lines', () => {
  it('have a name, parameters and a value, and remember their line', () => {
    const [one, two] = readContentLines(
      bytes('item1.Tel;type=CELL,"a;b:c";X-LABEL="l^\'t ^^ ^n":+33;1\r\n\r\nNOTE:a\r\n'),
    )
    expect(one).toEqual({
      name: 'TEL',
      params: new Map([
        ['TYPE', ['CELL', 'a;b:c']],
        ['X-LABEL', ['l"t ^ \n']],
      ]),
      value: '+33;1',
      line: 1,
    })
    expect(two).toMatchObject({ name: 'NOTE', value: 'a', line: 3 })
  })

  it('are unfolded, inside a character too, and by any line end', () => {
    const é = bytes('é')
    const folded = [
      ...bytes('FN:Ren'),
      ...é.subarray(0, 1),
      ...bytes('\r\n '),
      ...é.subarray(1),
      ...bytes('e\nX:\ty\r Z'),
    ]
    expect(readContentLines(Uint8Array.from(folded)).map(({ value, line }) => [value, line])).toEqual([
      ['Renée', 1],
      ['\tyZ', 3],
    ])
    const doubled = readContentLines(bytes('FN:a\r\r\n b\r\r\nX:c\r\r\n'))
    expect(doubled.map(({ value, line }) => [value, line])).toEqual([
      ['ab', 1],
      ['c', 3],
    ])
  })

  it('take the words of vCard 2.1 for types and encodings, and join soft breaks of quoted-printable alone', () => {
    const lines = readContentLines(
      bytes('N;CELL;QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=A9=\r\n =C3=A8\r\nURL:http://a.example/?b=\r\nX:1'),
    )
    expect(lines.map(({ value }) => value)).toEqual(['=C3=A9 =C3=A8', 'http://a.example/?b=', '1'])
    expect(lines[0]?.params.get('TYPE')).toEqual(['CELL'])
    expect(lines[0]?.params.get('ENCODING')).toEqual(['QUOTED-PRINTABLE'])
  })

  it('are decoded by their bytes', () => {
    const utf16 = new Uint8Array(Uint16Array.from('\ufeffFN:é\r\n x', (char) => char.charCodeAt(0)).buffer)
    expect(readContentLines(utf16)[0]?.value).toBe('éx')
    expect(readContentLines(Uint8Array.of(...bytes('FN:'), 0xe9, 0x80))[0]?.value).toBe('é€')
  })

  it('have no parameter longer than 64 KiB', () => {
    const line = (length: number): Uint8Array => bytes(`A;B=${'^^'.repeat(length / 2)}:c`)
    expect(readContentLines(line(65_536))[0]?.params.get('B')).toEqual(['^'.repeat(32_768)])
    expect(() => readContentLines(line(65_538))).toThrow('truncated')
  })

  it('have at most 64 values of parameters', () => {
    const [line] = readContentLines(bytes(`FN${';TYPE=A'.repeat(31)};TYPE=A${',A'.repeat(32)}:a\n`))
    expect(line?.params.get('TYPE')).toHaveLength(64)
  })

  it.each<[string, Uint8Array, ConnectorErrorCode, number | undefined]>([
    ['nothing', new Uint8Array(), 'empty', undefined],
    ['a line without a colon', bytes('FN:a\nb\n'), 'malformed', 2],
    ['a line that is cut', bytes('FN:a\nb'), 'truncated', 2],
    ['a quote that is never closed', bytes('FN;X="a:b\n'), 'malformed', 1],
    ['a parameter without a value', bytes('FN;X=a;=b:c\n'), 'malformed', 1],
    ['a name of other letters', bytes('É:a\n'), 'malformed', 1],
    ['a control character', bytes('FN:a\n b\nX:\u0001'), 'not-text', 3],
    [
      'a hundred parameters',
      bytes(`FN${Array.from({ length: 100 }, (_, it) => `;P${it}=1`).join('')}:a\n`),
      'malformed',
      1,
    ],
    ['a type said a hundred times', bytes(`FN${';TYPE=A'.repeat(100)}:a\n`), 'malformed', 1],
    ['a hundred words', bytes(`FN${';HOME'.repeat(100)}:a\n`), 'malformed', 1],
    ['a hundred values of one parameter', bytes(`FN;TYPE=A${',A'.repeat(99)}:a\n`), 'malformed', 1],
    ['half a million lines', bytes('a:\n'.repeat(500_000)), 'too-many-records', undefined],
    ['17 MiB', new Uint8Array(17 * 1024 * 1024), 'too-large', undefined],
  ])('refuse %s', (_, given, code, line) =>
    expect(refusal(() => readContentLines(given))).toEqual([code, line]),
  )

  it('are read or refused, whatever the bytes, and a fold anywhere changes nothing', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        (given) => refusal(() => readContentLines(given)) !== null,
      ),
    )
    const value = fc
      .string({ unit: 'grapheme', minLength: 2, maxLength: 60 })
      .filter((it) => !/[\p{C}\p{Zl}\p{Zp}\ufffd]/u.test(it))
    fc.assert(
      fc.property(value, fc.nat(), (text, place) => {
        const whole = bytes(`FN:${text}`)
        const at = 1 + (place % (whole.length - 1))
        const folded = Uint8Array.from([...whole.subarray(0, at), 13, 10, 32, ...whole.subarray(at)])
        expect(readContentLines(folded)[0]?.value).toBe(text)
      }),
    )
  })
})

describe('components', () => {
  it('nest, and each ends by its own name', () => {
    const [root] = readComponents(
      bytes('BEGIN:vcalendar\nA:1\nBEGIN:VEVENT\nB:2\nEND:VEVENT\nEND:VCALENDAR\n'),
    )
    expect(root).toMatchObject({ name: 'VCALENDAR', properties: [{ name: 'A' }] })
    expect(root?.children).toMatchObject([{ name: 'VEVENT', line: 3 }])
  })

  it.each<[string, string, ConnectorErrorCode, number]>([
    ['one that is never closed', 'BEGIN:A\nB:1', 'truncated', 2],
    ['one closed by another', 'BEGIN:A\nBEGIN:B\nEND:A\nEND:B', 'malformed', 3],
    ['a property outside', 'BEGIN:A\nEND:A\nB:1', 'malformed', 3],
    ['nine within each other', 'BEGIN:A\n'.repeat(9), 'malformed', 9],
  ])('refuse %s', (_, text, code, line) =>
    expect(refusal(() => readComponents(bytes(text)))).toEqual([code, line]),
  )
})

describe('values', () => {
  it('are unescaped after they are split', () => {
    expect(splitEscaped('a\\;b;c\\\\;;d', ';', 9)?.map(unescapeText)).toEqual(['a;b', 'c\\', '', 'd'])
    expect(unescapeText('a\\nb\\N\\,')).toBe('a\nb\n,')
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (parts) => {
        const escaped = parts.map((part) => part.replace(/[\\;,]/g, '\\$&'))
        expect(splitEscaped(escaped.join(';'), ';', 99)?.map(unescapeText)).toEqual(parts)
      }),
    )
  })

  it('of quoted-printable are bytes', () => {
    expect(decodeQuotedPrintable('a=C3=A9=0d b')).toEqual(bytes('aé\r b'))
    expect(decodeQuotedPrintable('=C')).toBeUndefined()
    expect(decodeQuotedPrintable('=G0')).toBeUndefined()
  })
})
