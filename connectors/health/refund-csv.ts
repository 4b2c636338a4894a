import { ConnectorError } from '../errors.ts'
import { type CsvRow, readCsv } from '../formats/csv.ts'
import { plainWords } from '../formats/plain-words.ts'
import { euroColumn, readEuros } from '../money/euros.ts'
import { readWrittenDay } from '../time/written-day.ts'
import { type Act, readRate } from './acts.ts'
import { initialsOf } from './initials.ts'

const known: ReadonlySet<string> = new Set([
  'date de paiement',
  'montant du paiement',
  'tiers payant',
  'beneficiaire',
  'date des soins',
  'prestation',
  'montant paye',
  'base de remboursement',
  'taux',
  'montant verse',
  'montant verse mutuelle',
])

/** @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound. */
export function readRefundCsv(text: string): Act[] {
  const table = readCsv(text, isRefundHeader)
  if (table === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const { names, headerLine, rows } = table
  const columns = names.map(euroColumn)
  const seen = new Set<string>()
  for (const { name } of columns) {
    // A column that we do not know might be a second amount.
    if (!known.has(name) || seen.has(name)) throw new ConnectorError('unsupported', { line: headerLine })
    seen.add(name)
  }
  return rows.map((row, at) => {
    if (row.cells.length < names.length && at === rows.length - 1) {
      throw new ConnectorError('truncated', { line: row.line })
    }
    if (row.cells.length !== names.length) throw new ConnectorError('malformed', { line: row.line })
    return readAct(row, columns)
  })
}

export function isRefundHeader(names: readonly string[]): boolean {
  const bare = names.map((name) => euroColumn(name).name)
  return bare.includes('date des soins') && bare.some((name) => name.startsWith('montant verse'))
}

function readAct({ cells, line }: CsvRow, columns: readonly { name: string; euros: boolean }[]): Act {
  const cell = (field: string): string => cells[columns.findIndex(({ name }) => name === field)] ?? ''
  const read = <T>(field: string, as: (told: string) => T | undefined): T | undefined => {
    const told = cell(field)
    if (told === '') return undefined
    const value = as(told)
    if (value === undefined) throw new ConnectorError('bad-field', { line, field })
    return value
  }
  const needed = <T>(field: string, value: T | undefined): T => {
    if (value === undefined) throw new ConnectorError('missing-field', { line, field })
    return value
  }
  const euros = (field: string): number | undefined => {
    const column = columns.find(({ name }) => name === field)
    return read(field, (told) => readEuros(told, column?.euros === true))
  }
  const label = needed('prestation', cell('prestation') || undefined)
  if (label.length > 300) throw new ConnectorError('too-long', { line, field: 'prestation', limit: '300' })
  const byState = euros('montant verse')
  const byMutual = euros('montant verse mutuelle')
  needed('montant verse', byState ?? byMutual)
  return {
    careDate: needed('date des soins', read('date des soins', readWrittenDay)),
    paymentDate: read('date de paiement', readWrittenDay),
    groupAmount: euros('montant du paiement'),
    paidTo: read('tiers payant', readPaidTo),
    beneficiary: initialsOf(cell('beneficiaire')),
    label,
    amountPaid: euros('montant paye'),
    base: euros('base de remboursement'),
    rate: read('taux', readRate),
    byState,
    byMutual,
    line,
  }
}

function readPaidTo(told: string): 'insured' | 'provider' | undefined {
  const word = plainWords(told)
  if (word === 'oui') return 'provider'
  return word === 'non' ? 'insured' : undefined
}
