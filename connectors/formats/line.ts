import { ConnectorError } from '../errors.ts'

const maxLines = 1_000_000

/** The number, from 1, of the line that holds the character at `offset`. */
export function lineAt(text: string, offset: number): number {
  return lineCounter(text)(offset)
}

/** As `lineAt`, for offsets that never go back: the whole text is walked once. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}

/** The lines of a text, whatever ends them. @throws ConnectorError `too-many-records` beyond a million. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/, maxLines + 1)
  if (lines.length > maxLines) throw new ConnectorError('too-many-records', { limit: String(maxLines) })
  return lines
}
