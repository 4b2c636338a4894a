import { plainWords } from '../formats/plain-words.ts'

const maxHeadLength = 4096

/** The cells of a line of at most 4 KiB, without quotes and blanks. */
export function splitCells(line: string): string[] {
  const cells = line.slice(0, maxHeadLength).split(';')
  return cells.map((cell) => (/^\s*"(.*)"\s*$/.exec(cell)?.[1] ?? cell).trim())
}

/** What a curve is of; none said is active power too. Reactive power is not what a home is billed for. */
export const activePower: ReadonlySet<string> = new Set([
  '',
  'energie active',
  'puissance active',
  'ea',
  'pa',
])

/** What stands above the header: a row of names over a row of values; or names and values by turns; or a title in words. */
export function readPreamble(lines: readonly string[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  lines.forEach((text, index) => {
    const cells = splitCells(text)
    const names = cells.map(plainWords)
    if (names[0] === 'identifiant prm') {
      const inTurn = /^\d{14}$/.test(cells[1] ?? '')
      const values = splitCells(lines[index + 1] ?? '')
      names.forEach((name, at) => {
        if (!inTurn) said.set(name, values[at] ?? '')
        else if (at % 2 === 0) said.set(name, cells[at + 1] ?? '')
      })
    }
    const [, minutes] = /\(pas (\d{1,2}) min\)/.exec(plainWords(text)) ?? []
    const [, meter] = /\bprm (\d{14})\b/.exec(plainWords(text)) ?? []
    const directions = plainWords(text).match(/\b(consommation|soutirage|production|injection)\b/g)
    if (minutes !== undefined) said.set('pas en minutes', minutes)
    if (meter !== undefined) said.set('identifiant prm', meter)
    if (cells.length === 1 && directions !== null) said.set('grandeur metier', directions.join(' '))
  })
  return said
}
