import type { TelecomUsage } from '#vocab/generated/telecom'
import { localDay } from '../time/paris-time.ts'
import type { UseRow } from './rows.ts'

/** The use of one line, a node a local month, in order. */
export function monthsOf(phone: string, uses: readonly UseRow[]): TelecomUsage[] {
  const days = new Map<string, { readonly days: string[]; readonly uses: UseRow[] }>()
  for (const use of uses) {
    const day = localDay(use.instant)
    const month = days.get(day.slice(0, 7)) ?? { days: [], uses: [] }
    month.days.push(day)
    month.uses.push(use)
    days.set(day.slice(0, 7), month)
  }
  const names = [...days.keys()].sort()
  return names.map((name, at) => {
    const month = days.get(name) ?? { days: [], uses: [] }
    const spanned = [...month.days].sort()
    const [firstDay = '', lastDay = ''] = [spanned[0], spanned.at(-1)]
    const isWhole = at > 0 && at < names.length - 1
    return {
      // A part never takes the place of the whole, nor of another part.
      recordKey: isWhole ? name : `${name}/${firstDay}/${lastDay}`,
      line: phone,
      month: name,
      coverage: isWhole ? 'whole' : 'part',
      firstDay,
      lastDay,
      ...total('voiceSeconds', month.uses, 'seconds'),
      ...total('messageCount', month.uses, 'messages'),
      ...total('dataBytes', month.uses, 'bytes'),
    }
  })
}

/** What a file says nothing of is absent, not zero. */
function total<K extends string>(
  field: K,
  uses: readonly UseRow[],
  unit: UseRow['unit'],
): { readonly [key in K]?: number } {
  const counted = uses.filter((use) => use.unit === unit)
  if (counted.length === 0) return {}
  return { [field]: counted.reduce((sum, { count }) => sum + count, 0) } as { readonly [key in K]?: number }
}
