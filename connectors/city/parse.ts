import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { readLoans } from './loans.ts'
import { readMeals } from './meals.ts'
import type { CityRow } from './rows.ts'
import { readSchoolings } from './schooling.ts'

export type CityLayout = 'men-scolarites' | 'ils-di-patron' | 'canteen-csv'

/** Looks at the first 4 KiB only. */
export function sniffCity(bytes: Uint8Array): CityLayout | undefined {
  const head = headText(bytes)
  if (/^[[{]/.test(head))
    return /"(est_scolarise|annee_scolaire)"\s*:/.test(head) ? 'men-scolarites' : undefined
  if (/^</.test(head)) return /<(?:\w+:)?GetPatronInfo[\s>]/.test(head) ? 'ils-di-patron' : undefined
  const header = head.split(/\r\n|\n|\r/).find((line) => /\bdate( du repas\b|\W.*\benfant\b)/i.test(line))
  return header !== undefined && /\bmontant\b/i.test(header) ? 'canteen-csv' : undefined
}

/**
 * Reads school enrolments, library loans, or canteen meals, in the file's order.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseCity(bytes: Uint8Array): CityRow[] {
  const text = decode(bytes)
  const layout = sniffCity(bytes)
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const rows = read(text, layout)
  if (rows.length === 0) throw new ConnectorError('empty')
  return rows
}

function read(text: string, layout: CityLayout): CityRow[] {
  if (layout === 'men-scolarites') return once(readSchoolings(text))
  return layout === 'ils-di-patron' ? readLoans(text) : readMeals(text)
}

export function cityKey(row: CityRow): string {
  switch (row.type) {
    case 'schooling':
      return `schooling/${row.schoolYear}/${row.person}/${row.schoolCode ?? ''}`
    case 'loan':
      return row.recordKey
    case 'meal':
      return `meal/${row.date}/${row.person}/${row.label ?? ''}/${row.rank}`
  }
}

/** A child, a year and a school are one enrolment. @throws ConnectorError `contradiction`. */
function once(rows: readonly CityRow[]): CityRow[] {
  const known = new Map<string, CityRow>()
  for (const row of rows) {
    const other = known.get(cityKey(row))
    if (
      other !== undefined &&
      JSON.stringify({ ...other, line: 0 }) !== JSON.stringify({ ...row, line: 0 })
    ) {
      throw new ConnectorError('contradiction', { line: row.line })
    }
    known.set(cityKey(row), row)
  }
  return [...known.values()]
}
