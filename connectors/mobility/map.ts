import { type Trip, type Validation, writeTrip, writeValidation } from '#vocab/generated/mobility'
import { shortDigest8 } from '#vocab/identity'
import type { MapContext, Mapped, Notice, PodNode } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { ConnectorError } from '../errors.ts'
import { known } from '../known.ts'
import { podNode } from '../pod-node.ts'
import type { LeftOut, MobilityRow, TripRow, ValidationRow } from './rows.ts'

/** One document a month, by the local day on which it began. */
export function mapMobility(rows: readonly MobilityRow[], { container }: MapContext): Mapped {
  if (rows.length === 0) throw new ConnectorError('empty')
  const months = new Documents()
  for (const row of rows) {
    if (row.type === 'left-out') continue
    const url = `${container}${row.day.slice(0, 7)}.ttl`
    const node = row.type === 'trip' ? tripNode(row, url) : validationNode(row, url)
    months.add(url, node)
  }
  return { documents: months.sorted(), notices: [...noticeOf(rows, 'visit'), ...noticeOf(rows, 'pending')] }
}

function tripNode({ type: _, key, booking = '', sourceLine, ...trip }: TripRow, url: string): PodNode {
  const recordKey = booking === '' ? key : `${shortDigest8('mobility', booking)}/${key}`
  return podNode(url, known<Trip>({ recordKey, ...trip }), writeTrip, sourceLine)
}

function validationNode({ type: _, key, sourceLine, ...validation }: ValidationRow, url: string): PodNode {
  return podNode(url, known<Validation>({ recordKey: key, ...validation }), writeValidation, sourceLine)
}

const texts = {
  visit: {
    fr: 'Lieux où le téléphone est resté, laissés de côté.',
    en: 'Places where the phone stayed, left out.',
  },
  pending: {
    fr: 'Déplacements en attente ou en cours, laissés de côté.',
    en: 'Trips pending or under way, left out.',
  },
} as const

function noticeOf(rows: readonly MobilityRow[], code: LeftOut['why']): Notice[] {
  const count = rows.filter((row) => row.type === 'left-out' && row.why === code).length
  return count === 0 ? [] : [{ code, count, text: texts[code] }]
}
