import {
  writeBenefitRight,
  writeFamilyQuotient,
  writeJobSeekerRegistration,
  writeUnemploymentPayment,
} from '#vocab/generated/benefits'
import type { MapContext, Mapped, PodNode } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { podNode } from '../pod-node.ts'
import type { BenefitsRow } from './rows.ts'

/** One document a year, and one of what the household is entitled to now. */
export function mapBenefits(rows: readonly BenefitsRow[], { container }: MapContext): Mapped {
  const documents = new Documents()
  for (const row of rows) {
    const url = `${container}${period(row)}.ttl`
    documents.add(url, nodeOf(row, url))
  }
  return { documents: documents.sorted(), notices: [] }
}

function period(row: BenefitsRow): string {
  switch (row.type) {
    case 'quotient':
      return row.month.slice(0, 4)
    case 'registration':
      return row.startDate.slice(0, 4)
    case 'payment':
      return row.paymentDate.slice(0, 4)
    case 'right':
      return 'rights'
  }
}

function nodeOf(row: BenefitsRow, url: string): PodNode {
  switch (row.type) {
    case 'quotient': {
      const { type: _, line, ...value } = row
      return podNode(url, value, writeFamilyQuotient, line)
    }
    case 'registration': {
      const { type: _, line, ...value } = row
      return podNode(url, value, writeJobSeekerRegistration, line)
    }
    case 'payment': {
      const { type: _, line, ...value } = row
      return podNode(url, value, writeUnemploymentPayment, line)
    }
    case 'right': {
      const { type: _, line, ...value } = row
      return podNode(url, value, writeBenefitRight, line)
    }
  }
}
