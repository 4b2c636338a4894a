import { plainWords } from '../../formats/plain-words.ts'
import { decodeWindows1252 } from '../../formats/windows-1252.ts'
import { bnpParibas, isAccountLine } from './bnp-paribas.ts'
import { dialectOf } from './dialects.ts'

/** The dialect whose header, or whose first line, stands at the beginning of a file. */
export function sniffCsv(bytes: Uint8Array): string | undefined {
  const lines = beginning(bytes).split(/\r\n?|\n/, 40)
  for (const separator of [';', ',', '\t']) {
    const rows = lines.map((line) => cellsOf(line, separator))
    const dialect = rows.map((cells) => dialectOf(cells.map(plainWords))).find((it) => it !== undefined)
    if (dialect !== undefined) return dialect.id
  }
  return isAccountLine(cellsOf(lines[0] ?? '', ';')) ? bnpParibas.id : undefined
}

/** Where a header seems to be that no dialect has: the first line with a day's column among three or more. */
export function headerLine(text: string): number {
  const lines = text.slice(0, 16_384).split(/\r\n?|\n/, 40)
  const at = lines.findIndex((line) => {
    const cells = cellsOf(line, /;/.test(line) ? ';' : ',')
    return cells.length >= 3 && cells.some((cell) => /^date/i.test(cell))
  })
  return Math.max(0, at) + 1
}

/** The cells of one line, without their quotes. */
export function cellsOf(line: string, separator: string): string[] {
  const cells = ['']
  let quoted = false
  for (const char of line.slice(0, 4096)) {
    if (char === '"') quoted = !quoted
    else if (char === separator && !quoted) cells.push('')
    else cells.push((cells.pop() ?? '') + char)
  }
  return cells.map((cell) => cell.trim())
}

/** The last character may be cut in two. */
function beginning(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096)
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head)
  const text = new TextDecoder('utf-8').decode(head)
  return text.slice(0, -4).includes('\ufffd') ? decodeWindows1252(head) : text
}
