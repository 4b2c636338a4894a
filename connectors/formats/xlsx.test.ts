import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readXlsx, readXlsxHead } from './xlsx.ts'

const book = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))

const sheet = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

const shared =
  '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Début</t></si><si><r><t>Va</t></r><r><t>leur</t></r><rPh><t>x</t></rPh></si></sst>'

describe('a workbook', () => {
  it('gives the rows of each sheet: shared, inline and plain texts, and empty cells', () => {
    const bytes = book({
      'xl/sharedStrings.xml': shared,
      'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
      'xl/worksheets/sheet2.xml': sheet(
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row><row><c t="inlineStr"><is><t>NA</t></is></c><c><v>4.03</v></c></row>',
      ),
    })
    expect(readXlsx(bytes)).toEqual([
      [{ cells: ['1'], line: 1 }],
      [
        { cells: ['Début', '', 'Valeur'], line: 3 },
        { cells: ['NA', '4.03'], line: 4 },
      ],
    ])
  })

  it('is recognised by the first rows of its first sheets: nothing below is looked at', () => {
    const row = '<row><c><v>1</v></c></row>'
    const files = Object.fromEntries(
      ['<broken', sheet(row), `${sheet(row.repeat(2)).slice(0, -30)}<broken`, sheet(''), '<broken'].map(
        (text, index) => [`xl/worksheets/sheet${index + 1}.xml`, text],
      ),
    )
    const { 'xl/worksheets/sheet1.xml': _, ...sound } = files
    expect(readXlsxHead(book(sound), 1).map((rows) => rows.length)).toEqual([1, 1, 0])
    expect(() => readXlsxHead(book(files), 1)).toThrow('malformed')
    expect(() => readXlsx(book(sound))).toThrow('malformed')
  })

  it('is recognised by the beginning of a file that is as long as may be, and cut within a character', () => {
    const row = '<row><c t="s"><v>0</v></c></row>'
    const texts = shared.replace('</sst>', `${'<si><t>été</t></si>'.repeat(2_000_000)}`)
    const bytes = book({
      'xl/sharedStrings.xml': texts,
      'xl/worksheets/sheet1.xml': sheet(`${row}${'<row/>'.repeat(5_000_000)}`),
    })
    const start = process.cpuUsage()
    expect(readXlsxHead(bytes, 2)).toEqual([
      [
        { cells: ['Début'], line: 1 },
        { cells: [], line: 2 },
      ],
    ])
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000)
  })

  it.each([
    ['without a sheet', { 'xl/workbook.xml': '<a/>' }],
    ['with entities', { 'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${sheet('')}` }],
    ['of XML that is cut', { 'xl/worksheets/sheet1.xml': sheet('').slice(0, 80) }],
    [
      'with a cell in a column that no sheet has',
      { 'xl/worksheets/sheet1.xml': sheet('<row><c r="ZZZ1"/></row>') },
    ],
    [
      'with attributes without end',
      {
        'xl/worksheets/sheet1.xml': sheet(
          `<row ${Array.from({ length: 65 }, (_, at) => `a${at}=""`).join(' ')}/>`,
        ),
      },
    ],
    ['with a row of no number', { 'xl/worksheets/sheet1.xml': sheet('<row r="x"/>') }],
  ])('%s is refused', (_, files) => {
    expect(() => readXlsx(book(files))).toThrow('malformed')
  })

  it('of too many rows or cells, or of an endless text, is refused', () => {
    const rows = { 'xl/worksheets/sheet1.xml': sheet('<row/>'.repeat(100_001)) }
    expect(() => readXlsx(book(rows))).toThrow('too-many-records')
    const wide = sheet('<row><c r="IV1"/></row>'.repeat(600))
    expect(readXlsx(book({ 'xl/worksheets/sheet1.xml': wide }))[0]).toHaveLength(600)
    const padded = { 'xl/worksheets/sheet1.xml': wide, 'xl/worksheets/sheet2.xml': wide }
    expect(() => readXlsx(book(padded))).toThrow('too-many-records')
    const again = { 'xl/worksheets/sheet1.xml': sheet(`<row>${'<c r="A1"/>'.repeat(300_001)}</row>`) }
    expect(() => readXlsx(book(again))).toThrow('too-many-records')
    const strings = { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(300_001)}</sst>` }
    expect(() => readXlsx(book({ ...strings, 'xl/worksheets/sheet1.xml': sheet('') }))).toThrow(
      'too-many-records',
    )
    const text = {
      'xl/sharedStrings.xml': shared.replace('Début', 'x'.repeat(40_000)),
      'xl/worksheets/sheet1.xml': sheet(''),
    }
    expect(() => readXlsx(book(text))).toThrow('too-long')
  })
})
