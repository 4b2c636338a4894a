import { describe, expect, it } from 'vitest'
import { quotedName, readableName, readableText } from './readable.ts'

/** So many marks on each letter, as Zalgo has them. */
const zalgo = (text: string, marks: number) =>
  [...text]
    .map((it) => it + '\u0300\u0316\u0489\u033f'.replace('\u0489', '').repeat(9).slice(0, marks))
    .join('')

describe('a name', () => {
  it.each([
    ['Mes trajets', 'Mes trajets'],
    ['  Mes   trajets ', 'Mes trajets'],
    ['Énergie', 'Énergie'],
    ['E\u0301nergie', 'Énergie'],
    ['Mes\u00a0notes ✏️', 'Mes notes ✏'],
    ['<img src=x onerror="x">', '<img src=x onerror="x">'],
    ['ميزانيتي', 'ميزانيتي'],
    ['תַּקְצִיב'.normalize('NFC'), 'תַּקְצִיב'.normalize('NFC')],
    ['กิ๊ฟต์', 'กิ๊ฟต์'],
    ['हिन्दी क्षेत्र', 'हिन्दी क्षेत्र'],
    ['Việt Nam', 'Việt Nam'],
    ['x\u0316\u0300', 'x\u0316\u0300'],
  ])('is shown as it reads: %s', (said, shown) => {
    expect(readableName(said)).toBe(shown)
  })

  it.each([
    ['nothing', ''],
    ['spaces alone', ' \u00a0\u3000'],
    ['too much', 'a'.repeat(61)],
    ['no text', 7],
    ['Zalgo', zalgo('Traboule', 3)],
    ['much Zalgo on one letter', `T${'\u0300'.repeat(50)}`],
    ['marks that pile up from below', `T${'\u0316'.repeat(3)}`],
    ['marks of other kinds', 'T\u0300\u20d2\u1ab0'],
    ['a mark of its own', '\u0300Traboule'],
    ['a mark on a space', 'a \u0336b'],
    ['a mark on a quotation mark', '”\u0300'],
    ['an enclosing mark', 'a\u20dd'],
    ['letters that stand the other way', 'Traboule\u202edaed'],
    ['an isolate', 'a\u2066b'],
    ['a mark of direction', 'a\u200fb'],
    ['a joiner', 'a\u200db'],
    ['no width', 'a\u200bb'],
    ['a soft hyphen', 'a\u00adb'],
    ['a byte-order mark', 'a\ufeffb'],
    ['a filler', 'a\u3164b'],
    ['a grapheme joiner', 'a\u034fb'],
    ['a tag', 'a\u{e0041}b'],
    ['a variation that is not an emoji’s', 'a\u{e0100}b'],
    ['a blank pattern', 'a\u2800b'],
    ['a line', 'a\nb'],
    ['another line', 'a\u2028b'],
    ['a bell', 'a\u0007b'],
    ['private use', 'a\ue000b'],
    ['half a character', 'a\ud800b'],
    ['no character', 'a\uffffb'],
  ])('is not shown with %s', (_, said) => {
    expect(readableName(said)).toBeUndefined()
  })

  it('does not end the quotation that it stands in', () => {
    for (const mark of ['"', '«', '»', '“', '”', '„', '‹'])
      expect([quotedName(`a${mark}b`), readableName(`a${mark}b`)]).toEqual([undefined, `a${mark}b`])
    expect(quotedName('l’app')).toBe('l’app')
  })
})

it('a longer text has its own length', () => {
  expect(readableText('a'.repeat(300), 300)).toHaveLength(300)
  expect(readableText('a'.repeat(301), 300)).toBeUndefined()
})
