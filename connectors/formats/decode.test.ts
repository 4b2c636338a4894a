import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectorError } from '../errors.ts'
import { decode } from './decode.ts'
import { decodeWindows1252, encodeWindows1252 } from './windows-1252.ts'

const refusal = (bytes: Uint8Array): ConnectorError | undefined => {
  try {
    decode(bytes)
    return undefined
  } catch (error) {
    return error as ConnectorError
  }
}

describe('text is decoded by evidence', () => {
  it('windows-1252 when it is not UTF-8, with the quotes and the euro that Node gets wrong', () => {
    expect(decode(Uint8Array.of(0x52, 0xc9, 0x50, 0x92, 0x20, 0x80, 0x8c))).toBe('RÉP’ €Œ')
  })

  it('UTF-8 when it is valid, whatever a header says', () => {
    expect(decode(Buffer.from('CHARSET:1252 épicerie'))).toBe('CHARSET:1252 épicerie')
  })

  it('without its byte order mark', () => {
    expect(decode(Buffer.from('\ufeffabc'))).toBe('abc')
    expect(decode(Buffer.from('\ufeffaé', 'utf16le'))).toBe('aé')
  })

  it('ISO-8859-15 when the header says so: its euro is elsewhere', () => {
    expect(
      decode(Buffer.concat([Buffer.from('encoding="ISO-8859-15" '), Uint8Array.of(0xa4, 0xe9)])),
    ).toMatch(/€é$/)
  })

  it('and what is no text is refused with the line', () => {
    expect(refusal(Buffer.from('a\nb\u0000c'))).toMatchObject({ code: 'not-text', line: 2 })
    expect(refusal(Uint8Array.of(0x61, 0x81, 0x62))).toMatchObject({ code: 'not-text', line: 1 })
    expect(refusal(new Uint8Array())).toMatchObject({ code: 'empty' })
  })

  it('and UTF-8 with a broken byte is refused with its line, not read as windows-1252', () => {
    const text = Buffer.from('Libellé;«\u00a0Débit\u00a0»\nÉpicerie d’été;12 €\nŒuvre;1\n')
    for (const broken of [0xe9, 0x80, 0xc3, 0xff]) {
      const at = text.indexOf('uvre')
      const bytes = Buffer.concat([text.subarray(0, at), Uint8Array.of(broken), text.subarray(at)])
      expect(refusal(bytes)).toMatchObject({ code: 'not-text', line: 3 })
    }
    const cut = Buffer.from('été\nété')
    expect(refusal(cut.subarray(0, -1))).toMatchObject({ code: 'not-text', line: 2 })
    // A surrogate is no character of UTF-8.
    const surrogate = Buffer.concat([cut, cut, Uint8Array.of(0x0a, 0xed, 0xa0, 0x80)])
    expect(refusal(surrogate)).toMatchObject({ code: 'not-text', line: 4 })
  })

  it('and so it is of one changed byte, however few its signs', () => {
    const word = fc.constantFrom(
      'Libellé',
      'Œuvre',
      '12 €',
      'd’eau',
      '«\u00a0ici\u00a0»',
      'Łódź',
      'Αθήνα',
      '🚲',
    )
    const plain = fc.constantFrom('Date', 'a', '1;2', 'Montant')
    const text = fc.tuple(word, fc.array(fc.oneof(plain, plain, plain, word), { maxLength: 12 }), word)
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0x80, max: 0xff }), ([one, more, other], place, byte) => {
        const bytes = Buffer.from([one, ...more, other].join('\n'))
        const at = place % bytes.length
        const broken = Buffer.from(bytes)
        broken[at] = byte
        fc.pre(!isUtf8(broken))
        const line = bytes.subarray(0, at).toString('latin1').split('\n').length
        expect(refusal(broken)).toMatchObject({ code: 'not-text' })
        // The line that the changed byte is on, or the next when it was the end of one.
        expect([line, line + 1]).toContain(refusal(broken)?.line)
      }),
      { numRuns: 1000 },
    )
  })

  it('French in windows-1252 is read, whatever it says', () => {
    const words = [
      'été',
      'CAFÉ',
      'OÙ',
      'DÛ',
      'à',
      'où',
      'reçu',
      'Noël',
      'œuf',
      'ŒUVRE',
      'GRÂCE',
      'l’île',
      '12',
      '€',
    ]
    const ends = [
      ' ',
      ';',
      '\n',
      ', ',
      '…',
      '’',
      '”',
      '\u00a0',
      '\u00a0»\n',
      '\u00a0: «\u00a0',
      ' — ',
      '\u00a0€',
      '°',
    ]
    const piece = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...ends))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const whole = `É ${pieces.flat().join('')}`
        expect(decode(encodeWindows1252(whole))).toBe(whole)
      }),
      { numRuns: 1000 },
    )
    const town = 'Café « à côté » d’Orléans — 12 €\n'
    expect(decode(encodeWindows1252(`${town.repeat(50)}Ã©`))).toContain('Ã©')
  })

  it('all 256 bytes of windows-1252 come back as they went', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect(encodeWindows1252(decodeWindows1252(bytes))).toEqual(bytes)
    expect(() => encodeWindows1252('語')).toThrow(RangeError)
  })
})

describe('a refusal', () => {
  it('says where, in both languages, and who must act', () => {
    const error = new ConnectorError('bad-field', { line: 12, field: 'TRNAMT' })
    expect(error.text.fr).toBe(
      'Un champ est illisible (ligne 12, champ TRNAMT). Le partenaire doit corriger le fichier.',
    )
    expect(error.text.en).toBe(
      'A field cannot be read (line 12, field TRNAMT). The partner must correct the file.',
    )
    expect(error.who).toBe('partner')
  })

  it('says how much there may be, as each language counts it', () => {
    const { fr, en } = new ConnectorError('too-large', { limit: '16 MiB' }).text
    expect(fr).toBe('Le fichier est trop gros (16\u00a0Mo au plus). Découpez-le en périodes plus courtes.')
    expect(en).toBe('The file is too large (16\u00a0MB at most). Split it into shorter periods.')
    expect(new ConnectorError('too-many-records', { limit: '5000' }).text.fr).toContain('(5000 au plus).')
  })
})
