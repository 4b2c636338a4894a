import { ConnectorError } from '../errors.ts'
import { all, first, readAt, readXml, textAt, type XmlElement } from '../formats/xml.ts'
import { readStampDay } from '../time/written-day.ts'
import type { LoanRow } from './rows.ts'

/** What Koha calls each field, then what the ILS-DI recommendation does. */
const names = {
  item: ['itemnumber', 'itemId'],
  due: ['date_due', 'dueDate'],
  from: ['issuedate', 'issueDate'],
}

/** The loans of an ILS-DI `GetPatronInfo`. @throws ConnectorError with the line. */
export function readLoans(text: string): LoanRow[] {
  const root = readXml(text)
  if (root.name !== 'GetPatronInfo') throw new ConnectorError('unknown-layout', { line: root.line })
  if (first(root, 'error') !== undefined) throw new ConnectorError('partner-error', { line: root.line })
  const rows = new Map<string, LoanRow>()
  for (const loan of all(root, 'loans/loan')) {
    const row = readLoan(loan)
    const known = rows.get(row.recordKey)
    if (known !== undefined && (known.title !== row.title || known.dueDate !== row.dueDate)) {
      throw new ConnectorError('contradiction', { line: loan.line })
    }
    rows.set(row.recordKey, row)
  }
  return [...rows.values()]
}

function readLoan(loan: XmlElement): LoanRow {
  const named = (fields: readonly string[]): string =>
    fields.find((field) => textAt(loan, field) !== undefined) ?? fields[0] ?? ''
  const missing = (field: string): never => {
    throw new ConnectorError('missing-field', { line: loan.line, field })
  }
  const due = named(names.due)
  const dueDate = readAt(loan, due, readStampDay) ?? missing(due)
  const loanDate = readAt(loan, named(names.from), readStampDay)
  const item = textAt(loan, named(names.item), 64) ?? missing(named(names.item))
  const title = textAt(loan, 'title')?.replace(/\s+/g, ' ') ?? missing('title')
  return {
    type: 'loan',
    recordKey: `loan/${item}/${loanDate ?? `due/${dueDate}`}`,
    title,
    dueDate,
    line: loan.line,
    ...(loanDate === undefined ? {} : { loanDate }),
  }
}
