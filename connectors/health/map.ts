import { writeReimbursement } from '#vocab/generated/health'
import type { MapContext, Mapped, Notice } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { podNode } from '../pod-node.ts'
import type { HealthRow } from './rows.ts'

/** One document a month of care. What is still in hand is counted. */
export function mapHealth(rows: readonly HealthRow[], { container }: MapContext): Mapped {
  const documents = new Documents()
  let pending = 0
  for (const row of rows) {
    if (row.type === 'pending') {
      pending += 1
      continue
    }
    const { type: _, line, ...reimbursement } = row
    const url = `${container}${row.careDate.slice(0, 7)}.ttl`
    const node = podNode(url, reimbursement, writeReimbursement, line)
    documents.add(url, node)
  }
  return {
    documents: documents.sorted(),
    notices: pending === 0 ? [] : [pendingNotice(pending)],
  }
}

function pendingNotice(count: number): Notice {
  return {
    code: 'pending',
    count,
    text: {
      fr: 'demandes en cours ou devis : laissés de côté jusqu’à leur règlement.',
      en: 'claims in hand, or estimates: left aside until they are settled.',
    },
  }
}
