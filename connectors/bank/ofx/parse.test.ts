import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeWindows1252 } from '../../formats/windows-1252.ts'
import { readCents } from '../../money/amount.ts'
import { bank } from '../connector.ts'
import type { BankRow, OperationRow } from '../rows.ts'
import { type OfxOperation, ofx } from '../testing/ofx.ts'
import { readDay } from './day.ts'
import { parseOfx } from './parse.ts'

const isOperation = (row: BankRow): row is OperationRow => row.type === 'operation'
const operations = (bytes: Uint8Array): OperationRow[] => parseOfx(bytes).filter(isOperation)
const cafe: OfxOperation = { date: '20260302', amount: '-2.50', name: 'CAFE' }

describe('amounts', () => {
  it.each([
    ['-13.50', -1350],
    ['+12', 1200],
    ['-33.3', -3330],
    ['1234,5', 123450],
    ['-0.00', 0],
    ['12.340', 1234],
    ['.5', undefined],
    ['12.345', undefined],
    ['1 234.50', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['99999999999999', undefined],
  ])('%s is %s cents', (text, cents) => {
    expect(readCents(text)).toBe(cents)
  })

  it('any number of cents is read back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
        const digits = String(Math.abs(cents)).padStart(3, '0')
        const text = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
        return readCents(text) === cents
      }),
    )
  })
})

describe('days', () => {
  it.each([
    ['20160601', '2016-06-01'],
    ['20160720060656', '2016-07-20'],
    ['20181026000000[-3:GMT]', '2018-10-26'],
    ['20140717000000.123[-5:EST]', '2014-07-17'],
    ['20240229', '2024-02-29'],
    ['20260229', undefined],
    ['20261301', undefined],
    ['2026-03-01', undefined],
    ['20160720250000', undefined],
  ])('%s is the bank’s day %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })
})

describe('an OFX file', () => {
  it('keeps raw & and accents, and decodes entities once', () => {
    const text = ofx([{ ...cafe, name: 'MÈRE & FILLE', memo: 'A &amp; B &amp;amp; C &#233;' }]).toString(
      'latin1',
    )
    expect(operations(encodeWindows1252(text))).toMatchObject([
      { label: 'MÈRE & FILLE', memo: 'A & B &amp; C é' },
    ])
  })

  it('reads an empty leaf without a closing tag as no value', () => {
    const bytes = ofx([{ ...cafe, more: ['<MEMO>', '<CHECKNUM>123'] }, cafe])
    expect(operations(bytes)).toHaveLength(2)
    expect(operations(bytes)[0]).not.toHaveProperty('memo')
  })

  it('reads tabs, lower case and a `<` that begins no tag', () => {
    const text = ofx([{ ...cafe, name: '\tMOINS  < \t QUE' }]).toString()
    const bytes = Buffer.from(text.replaceAll('STMTTRN>', 'stmttrn>'))
    expect(operations(bytes)).toMatchObject([{ label: 'MOINS < QUE' }])
  })

  it('has no comments in SGML: what looks like one is text, and hides no operation', () => {
    const rows = operations(ofx([{ ...cafe, name: 'PRLV <!-- ' }, cafe, { ...cafe, name: 'end --> x' }]))
    expect(rows.map(({ label }) => label)).toEqual(['PRLV <!--', 'CAFE', 'end --> x'])
  })

  it.each(['<!-- <STMTTRN></STMTTRN> -->', '<!-- note -->', '<![CDATA[x]]>', '<?note?>'])(
    'in XML refuses what could hide operations: %s',
    (markup) => {
      const xml = `<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n<OFX><BANKMSGSRSV1>\n${markup}</BANKMSGSRSV1></OFX>`
      expect(() => parseOfx(Buffer.from(xml))).toThrow(/^unsupported: .*\(line 4,/)
    },
  )

  it('takes the memo for label when there is no name', () => {
    expect(operations(ofx([{ date: '20260302', amount: '1', memo: 'LIBELLÉ' }]))).toMatchObject([
      { label: 'LIBELLÉ' },
    ])
  })

  it('reads the value date, and the currency of an operation that has its own', () => {
    const more = ['<DTAVAIL>20260304', '<CURRENCY><CURRATE>1.1<CURSYM>CHF</CURRENCY>']
    expect(operations(ofx([{ ...cafe, more }]))).toMatchObject([{ valueDate: '2026-03-04', currency: 'CHF' }])
  })

  it('two coffees alike without a reference are two; with one reference they are one', () => {
    expect(new Set(operations(ofx([cafe, cafe])).map(({ recordKey }) => recordKey)).size).toBe(2)
    expect(
      operations(
        ofx([
          { ...cafe, id: 'A' },
          { ...cafe, id: 'A' },
        ]),
      ),
    ).toHaveLength(1)
  })

  it('a reference that the bank used twice in a month hides nothing', () => {
    const rows = operations(
      ofx([
        { ...cafe, id: 'A' },
        { ...cafe, amount: '-3.00', id: 'A' },
      ]),
    )
    expect(new Set(rows.map(({ recordKey }) => recordKey)).size).toBe(2)
  })

  it('a reference that the bank uses again in another month tells two operations apart', () => {
    const rows = parseOfx(
      ofx([
        { ...cafe, id: 'A' },
        { ...cafe, date: '20260402', id: 'A' },
        { ...cafe, id: 'B' },
      ]),
    ).filter(isOperation)
    const [first, second, third] = rows.map(({ recordKey }) => recordKey)
    expect(first).not.toBe(second)
    // `A` alone is then the key of neither: who reads two months takes one key for one operation.
    expect([first, second]).not.toContain('A')
    expect(third).toBe('B')
    expect(new Set(rows.map((row) => bank.key(row))).size).toBe(3)
  })

  it('an operation that another file dates into another month keeps its key', () => {
    const [before] = operations(ofx([{ ...cafe, date: '20260331', id: 'A' }]))
    const [after] = operations(ofx([{ ...cafe, date: '20260401', id: 'A' }]))
    expect(before && bank.key(before)).toBe(after && bank.key(after))
  })

  it('tells no text of the file that looks like a tag', () => {
    const number = 'DUPONT-JEAN.FR7630001007941234567890185'
    for (const name of [`VIR </${number}>`, `VIR <${number}> X`, `${'x'.repeat(3000)}<${number}>`]) {
      try {
        parseOfx(ofx([{ ...cafe, name }]))
        expect.unreachable()
      } catch (error) {
        expect(JSON.stringify([error, String(error)])).not.toContain('DUPONT')
      }
    }
  })

  it.each([
    'ACHAT <WWW.SNCF.COM> PARIS',
    'ACHAT<WWW.SNCF.COM>PARIS',
    'ACHAT <MEMO> PARIS',
    'ACHAT <CHECKNUM/> PARIS',
    'ACHAT <MEMO>PARIS',
    'ACHAT </MEMO> PARIS',
    'ACHAT\r\n<www.sncf>PARIS',
    'ACHAT\r\n<WWW.SNCF.COM>PARIS',
    '<WWW.SNCF.COM></NAME>',
  ])('refuses a label of which a part looks like a tag, and drops none of it: %j', (name) => {
    expect(() => parseOfx(ofx([{ ...cafe, name }]))).toThrow(/^malformed: .*\(line 1[12]/)
  })

  it('passes over a bank’s own tag at the start of a line, and reads leaves that share one', () => {
    const more = ['  <INTU.BID>12345', '<MEMO>CB<CHECKNUM>7', '<REFNUM>1 <SIC>2']
    expect(operations(ofx([{ ...cafe, more }]))).toMatchObject([{ label: 'CAFE', memo: 'CB' }])
  })

  it('refuses two balances of one day that differ', () => {
    const balance = (amount: string) => `<LEDGERBAL><BALAMT>${amount}<DTASOF>20260331</LEDGERBAL>`
    expect(parseOfx(ofx([cafe], [balance('12.00')]))).toHaveLength(3)
    expect(() => parseOfx(ofx([cafe], [balance('12.00'), balance('13.00')]))).toThrow('malformed')
  })

  it.each([
    ['<INVSTMTMSGSRSV1></INVSTMTMSGSRSV1>', 'unsupported'],
    ['<BANKMSGSRSV1></BANKMSGSRSV1>', 'empty'],
    [
      '<BANKMSGSRSV1><STMTTRNRS><STATUS><CODE>2000<SEVERITY>ERROR</STATUS></STMTTRNRS></BANKMSGSRSV1>',
      'partner-error',
    ],
  ])('%s is refused: %s', (body, code) => {
    expect(() => parseOfx(Buffer.from(`OFXHEADER:100\n<OFX>${body}</OFX>`))).toThrow(code)
  })

  // One that took its time would run into the runner's own limit.
  it.each(['<', '<!--', '<A>', '<A>x', '</A>', '&', '<MEMO>x</MEMO>', '<A>\n'])(
    'of hostile shape ends: %j',
    (piece) => {
      expect(() => parseOfx(Buffer.from(`OFXHEADER:100\n<OFX>${piece.repeat(300_000)}`))).toThrow()
    },
  )
})
