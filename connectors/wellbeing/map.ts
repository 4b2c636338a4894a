import { type WellbeingDay, writeWellbeingDay } from '#vocab/generated/wellbeing'
import { shortDigest8 } from '#vocab/identity'
import type { MapContext, Mapped, Notice } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { podNode } from '../pod-node.ts'
import type { MeasureRow, WellbeingRow } from './rows.ts'
import { sourceLabel } from './source-label.ts'

/** One document a measure and year: all of a month's measures would be larger than a pod takes at once. */
export function mapWellbeing(rows: readonly WellbeingRow[], { container }: MapContext): Mapped {
  const documents = new Documents()
  const digests = new Map<string, string>()
  let leftOut = 0
  for (const row of rows) {
    if (row.type === 'left-out') {
      leftOut += row.count
      continue
    }
    const sourceId = digests.get(row.source) ?? shortDigest8('wellbeing', row.source)
    digests.set(row.source, sourceId)
    const url = `${container}${row.measure}/${row.day.slice(0, 4)}.ttl`
    const node = podNode(url, wellbeingDay(row, sourceId), writeWellbeingDay, row.line)
    documents.add(url, node)
  }
  return {
    documents: documents.sorted(),
    notices: leftOut === 0 ? [] : [leftOutNotice(leftOut)],
  }
}

function wellbeingDay(row: MeasureRow, sourceId: string): WellbeingDay {
  const { day, measure, unit, samples, additive, sum, min, max, source } = row
  return {
    recordKey: `${day}/${measure}/${sourceId}/${unit}`,
    day,
    measure,
    samples,
    unit,
    source: sourceLabel(source),
    sourceId,
    ...(additive ? { sum } : { min, mean: sum / samples, max }),
  }
}

function leftOutNotice(count: number): Notice {
  return {
    code: 'left-out',
    count,
    text: {
      fr: 'Relevés sans valeur, ou d’un genre qui n’est pas gardé.',
      en: 'Entries without a value, or of a kind that is not kept.',
    },
  }
}
