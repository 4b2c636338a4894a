import {
  writeInsuranceClaim,
  writeInsurancePolicy,
  writeInsuredHome,
  writePremiumSchedule,
} from '#vocab/generated/insurance'
import { shortDigest8 } from '#vocab/identity'
import type { MapContext, Mapped, PodNode } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { podNode } from '../pod-node.ts'
import type { InsuranceRow } from './rows.ts'

/** One folder a member, named by a digest; in it what is insured, and one document a year of claims. */
export function mapInsurance(rows: readonly InsuranceRow[], { container }: MapContext): Mapped {
  const documents = new Documents()
  for (const row of rows) {
    const folder = `${container}${shortDigest8('insurance', row.member)}/`
    const url = row.type === 'claim' ? `${folder}claims/${row.day.slice(0, 4)}.ttl` : `${folder}policies.ttl`
    documents.add(url, nodeOf(row, url))
  }
  return { documents: documents.asAdded(), notices: [] }
}

function nodeOf(row: InsuranceRow, url: string): PodNode {
  switch (row.type) {
    case 'policy': {
      const { member, code, product, insured, object, startDate, yearlyPremiumCents, line } = row
      const policy = {
        recordKey: `policy/${code}/${startDate}/${shortDigest8('insurance', object)}`,
        policyNumber: member,
        product,
        insured,
        startDate,
        // The format is a French insurer's own: its amounts are euros.
        ...(yearlyPremiumCents === undefined ? {} : { yearlyPremiumCents, currency: 'EUR' }),
      }
      return podNode(url, policy, writeInsurancePolicy, line)
    }
    case 'schedule': {
      const { type: _, member: __, line, ...said } = row
      return podNode(url, { ...said, recordKey: 'payment' }, writePremiumSchedule, line)
    }
    case 'claim': {
      const { reference, insured, day, line } = row
      return podNode(
        url,
        { recordKey: `claim/${reference}/${insured}`, reference, insured, day },
        writeInsuranceClaim,
        line,
      )
    }
    case 'home': {
      const { type: _, member: __, object, line, ...said } = row
      return podNode(
        url,
        { ...said, recordKey: `home/${shortDigest8('insurance', object)}` },
        writeInsuredHome,
        line,
      )
    }
  }
}
