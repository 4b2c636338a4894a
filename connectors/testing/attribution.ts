/** A row of an ATTRIBUTION.md. */
export interface Attributed {
  /** Names in `fixtures/`; none where the row is of all the others. */
  readonly files: readonly string[]
  /** The licence as the last cell says it: its id in the SPDX list, or `ours`. */
  readonly licence: string
}

/** The rows of its tables, their heads left out. */
export function attributed(text: string): Attributed[] {
  return text
    .split('\n')
    .filter((line) => /^\|.*\|\s*$/.test(line) && !/^\|[\s:|-]+\|\s*$/.test(line))
    .map((line) => line.trim().slice(1, -1).split('|'))
    .filter(([head = '']) => !/^files?$/.test(head.trim()))
    .map((cells) => ({
      files: [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
      licence: cells.at(-1)?.trim() ?? '',
    }))
}

/** Under which somebody else's file may stand here. */
const free = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'CC0-1.0',
  'CC-BY-4.0',
  'etalab-2.0',
])

export const isFree = (licence: string): boolean => free.has(licence)
