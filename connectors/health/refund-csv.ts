import { type FrenchRow, readFrenchTable } from '../formats/french-table.ts'
import { plainWords } from '../formats/plain-words.ts'
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
  return readFrenchTable(text, known, isHeader).map(readAct)
}

function isHeader(names: readonly string[]): boolean {
  return names.includes('date des soins') && names.some((name) => name.startsWith('montant verse'))
}

function readAct(row: FrenchRow): Act {
  const byState = row.euros('montant verse')
  const byMutual = row.euros('montant verse mutuelle')
  row.needed('montant verse', byState ?? byMutual)
  return {
    careDate: row.needed('date des soins', row.read('date des soins', readWrittenDay)),
    paymentDate: row.read('date de paiement', readWrittenDay),
    groupAmount: row.euros('montant du paiement'),
    paidTo: row.read('tiers payant', readPaidTo),
    beneficiary: initialsOf(row.text('beneficiaire') ?? ''),
    label: row.needed('prestation', row.text('prestation')),
    amountPaid: row.euros('montant paye'),
    base: row.euros('base de remboursement'),
    rate: row.read('taux', readRate),
    byState,
    byMutual,
    line: row.line,
  }
}

function readPaidTo(told: string): 'insured' | 'provider' | undefined {
  const word = plainWords(told)
  if (word === 'oui') return 'provider'
  return word === 'non' ? 'insured' : undefined
}
