import type { Mapped } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { gapsNotice, meterDocument, periodDocuments } from './documents.ts'
import { isLeftOut, type LeftOut, leftOutNotices } from './left-out.ts'
import { isKnown, type MeterKind, type Period } from './period.ts'

/**
 * One folder a meter; in it the meter, a document a month of daily readings and indexes, a document a year of the longer periods.
 *
 * @param rows each once, in order of time within each series.
 * @throws ConnectorError `empty` when nothing is known of any meter.
 */
export function mapPeriods(rows: readonly (Period | LeftOut)[], kind: MeterKind, container: string): Mapped {
  const periods = rows.filter((row): row is Period => !isLeftOut(row))
  const meters = new Set(periods.filter(isKnown).map(({ meter }) => meter))
  if (meters.size === 0) throw new ConnectorError('empty')
  const readings = periodDocuments(container, kind, periods)
  const gaps = readings.reduce((sum, document) => sum + (document.gaps ?? 0), 0)
  return {
    documents: [...[...meters].map((meter) => meterDocument(container, kind, meter)), ...readings],
    notices: [...gapsNotice(gaps), ...leftOutNotices(rows.filter(isLeftOut))],
  }
}
