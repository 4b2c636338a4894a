import { encodeWindows1252 } from '../formats/windows-1252.ts'
import type { BankSample } from './sample.ts'
import { monthsOf, sampleAccount } from './sample-months.ts'
import type { SampleOperation } from './sample-operations.ts'

/**
 * The operations of `bankSample` by another route: the table of BoursoBank, newest first, in windows-1252. It names the
 * account's number alone, no reference, and its labels are in other words.
 */
export function bankTableSample(sample: BankSample): Uint8Array {
  const { operations, balanceCents } = monthsOf(sample)
  const end = `${sampleAccount(sample.seed).number};"COMPTE COURANT";${french(balanceCents).replace(',', '.')}`
  const lines = operations.map((operation) => `${row(operation)};${end}`)
  const header = 'dateOp;dateVal;label;category;categoryParent;amount;accountNum;accountLabel;accountbalance'
  return encodeWindows1252([header, ...lines.reverse(), ''].join('\n'))
}

function row({ day, cents, name, type }: SampleOperation): string {
  const [year = '', month, date] = day.split('-')
  const label =
    type === 'DEBIT' && cents < 0 && !/^PRLV/.test(name)
      ? `CARTE ${date}/${month}/${year.slice(2)} ${name}`
      : name
  return `${day};${day};"${label}";"Non catégorisé";"Non catégorisé";${french(cents)}`
}

function french(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}
