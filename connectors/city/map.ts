import { writeCanteenMeal, writeLibraryLoan, writeSchooling } from '#vocab/generated/city'
import { shortDigest8 } from '#vocab/identity'
import type { MapContext, Mapped, PodNode } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { plainWords } from '../formats/plain-words.ts'
import { podNode } from '../pod-node.ts'
import type { CityRow } from './rows.ts'

/** One document a school year, a month of loans, a month of meals. */
export function mapCity(rows: readonly CityRow[], { container }: MapContext): Mapped {
  const documents = new Documents()
  for (const row of rows) {
    const url = `${container}${period(row)}.ttl`
    documents.add(url, nodeOf(row, url))
  }
  return { documents: documents.sorted(), notices: [] }
}

function period(row: CityRow): string {
  switch (row.type) {
    case 'schooling':
      return `school-${row.schoolYear}`
    case 'loan':
      return `loans-${(row.loanDate ?? row.dueDate).slice(0, 7)}`
    case 'meal':
      return `canteen-${row.date.slice(0, 7)}`
  }
}

function nodeOf(row: CityRow, url: string): PodNode {
  switch (row.type) {
    case 'schooling': {
      const { type: _, person, line, ...value } = row
      const who = shortDigest8('pupil', person)
      const recordKey = `schooling/${value.schoolYear}/${who}/${value.schoolCode ?? ''}`
      return podNode(url, { ...value, recordKey }, writeSchooling, line)
    }
    case 'loan': {
      const { type: _, line, ...value } = row
      return podNode(url, value, writeLibraryLoan, line)
    }
    case 'meal': {
      const { type: _, person, rank, line, ...value } = row
      const label = plainWords(value.label ?? '')
      const recordKey = `meal/${value.date}/${shortDigest8('child', person)}/${label}/${rank}`
      return podNode(url, { ...value, recordKey }, writeCanteenMeal, line)
    }
  }
}
