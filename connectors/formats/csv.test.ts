import { describe, expect, it } from 'vitest'
import { readCsv } from './csv.ts'

const isHeader = (names: readonly string[]): boolean => names.includes('date') && names.includes('libelle')

describe('a table in CSV', () => {
  it('begins where its header is, in whatever separator it shows, with lines', () => {
    const table = readCsv(
      'Compte n°;12\r\n\r\nDate;Libellé;Montant\r\n01/02/2026;"Achat\r\nde; pain ";-1,20\r\n\r\n02/02/2026;Le "petit" café;3\r\n',
      isHeader,
    )
    expect(table).toEqual({
      names: ['date', 'libelle', 'montant'],
      headerLine: 3,
      preamble: [{ cells: ['Compte n°', '12'], line: 1 }],
      rows: [
        { cells: ['01/02/2026', 'Achat\nde; pain', '-1,20'], line: 4 },
        { cells: ['02/02/2026', 'Le "petit" café', '3'], line: 7 },
      ],
    })
    expect(readCsv('Date,Libellé\n1,"a, b"\n', isHeader)?.rows).toEqual([{ cells: ['1', 'a, b'], line: 2 }])
    expect(readCsv('Date\tLibellé\n1\ta;b\n', isHeader)?.rows).toEqual([{ cells: ['1', 'a;b'], line: 2 }])
  })

  it('is none without a header', () => {
    expect(readCsv('Bonjour,\nvoici mes relevés.\n', isHeader)).toBeUndefined()
    expect(readCsv('', isHeader)).toBeUndefined()
    expect(readCsv(`${'x;y\n'.repeat(41)}Date;Libellé\n`, isHeader)).toBeUndefined()
  })

  it('is refused, with its line, when a quote is never closed or a row never ends', () => {
    const head = 'Date;Libellé\n1;a\n'
    expect(() => readCsv(`${head}2;"b\n3;c\n`, isHeader)).toThrow('malformed: The file is malformed')
    expect(() => readCsv(`${head}2;"b\n3;c\n`, isHeader)).toThrow('line 3')
    expect(() => readCsv(`${head}2;${'b'.repeat(70_000)}\n`, isHeader)).toThrow('too-long')
    expect(() => readCsv(`${head}2;${'b'.repeat(70_000)}\n`, isHeader)).toThrow('line 3')
    const start = process.cpuUsage()
    expect(() => readCsv(`${head}2;b\n${';'.repeat(4_000_000)}\n`, isHeader)).toThrow(/^too-long: .*line 4/)
    expect(readCsv(`${';'.repeat(4_000_000)}\n${head}`, isHeader)).toBeUndefined()
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
    expect(() => readCsv(head + '1;a\n'.repeat(200_001), isHeader)).toThrow('too-many-records')
  })

  it('may be as wide as a thousand cells, and has four million', () => {
    const head = 'Date;Libellé\n'
    const row = (separators: number): string => `1;a${';'.repeat(separators - 1)}\n`
    expect(readCsv(head + row(1000), isHeader)?.rows[0]?.cells).toHaveLength(1001)
    const start = process.cpuUsage()
    expect(() => readCsv(head + row(1001), isHeader)).toThrow(/^too-long: .*line 2/)
    expect(() => readCsv(head + row(60_000).repeat(250), isHeader)).toThrow(/^too-long: .*line 2/)
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000)
    expect(() => readCsv(head + row(999).repeat(4005), isHeader)).toThrow('too-many-records')
  })

  it('may have rows that are wider than its header, and few that are not as wide as each other', () => {
    const head = 'Date;Libellé\n\n'
    const [wider, narrow] = ['1;a;;\n', '1;a\n']
    expect(
      readCsv(head + wider.repeat(3) + narrow.repeat(9), isHeader)?.rows.map(({ line }) => line),
    ).toEqual(Array.from({ length: 12 }, (_, at) => 3 + at))
    expect(() => readCsv(head + wider + narrow.repeat(20_001), isHeader)).toThrow(/^malformed: .*line 20004/)
  })
})
