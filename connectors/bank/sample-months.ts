import type { AccountId } from './rows.ts'
import type { BankSample } from './sample.ts'
import { type SampleOperation, sampleMonth } from './sample-operations.ts'

/** Every sample starts here, so that two samples that overlap agree to the cent. */
const origin = { year: 2005, cents: 342_618 }

export interface SampleMonths {
  /** The day before the first, `2025-10-31`. */
  readonly from: string
  /** Each with what names it at its bank, in their order. */
  readonly operations: readonly (SampleOperation & { readonly id: string })[]
  /** What stands on the account after them. */
  readonly balanceCents: number
}

export function sampleAccount(seed: number): AccountId {
  return { bankCode: '99999', branchCode: '00069', number: pad(40_069_000 + seed, 11) }
}

/** The operations of a sample's years. */
export function monthsOf({ years, until, seed }: BankSample): SampleMonths {
  const from = `${Number(until.slice(0, 4)) - years}${until.slice(4)}`
  let balanceCents = origin.cents
  const operations: (SampleOperation & { id: string })[] = []
  for (let index = origin.year * 12; index <= monthIndex(until); index += 1) {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
    sampleMonth(year, month, seed).forEach((operation, rank) => {
      if (operation.day > until) return
      balanceCents += operation.cents
      if (operation.day > from)
        operations.push({ ...operation, id: `${year}${pad(month, 2)}${pad(rank, 3)}` })
    })
  }
  return { from, operations, balanceCents }
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
