import type { MapContext, Mapped, Notice } from '../connector.ts'
import { mapPeriods } from '../meters/map.ts'
import type { Period } from '../meters/period.ts'
import { indexDisagreements } from './index-check.ts'

export function mapWater(days: readonly Period[], { container }: MapContext): Mapped {
  const { documents, notices } = mapPeriods(days, 'water', container)
  return { documents, notices: [...notices, ...disagreementNotice(indexDisagreements(days))] }
}

function disagreementNotice(count: number): Notice[] {
  if (count === 0) return []
  const text = {
    fr: 'Jours dont la consommation n’est pas la différence des index : les deux sont gardées telles que la source les dit.',
    en: 'Days whose consumption is not the difference of the indexes: both are kept as the source says them.',
  }
  return [{ code: 'index-differs', count, text }]
}
