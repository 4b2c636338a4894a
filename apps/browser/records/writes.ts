import { readEntry } from '#vocab/journal/entry'
import { instant } from '../../shared/i18n/format.ts'
import { type LogContext, lineRow, modeWords } from '../log/line-row.ts'
import type { WholeLog } from '../log/whole-log.ts'

/** A line of the access log: somebody wrote in a document. */
export interface Write {
  readonly number: number
  /** Who. */
  readonly title: string
  readonly what: string
  readonly when: string
  /** The day of the log that the line stands on. */
  readonly day: string
  /** WebID, client and rules, as they were verified. */
  readonly details: readonly string[]
}

/** What some days of a log tell of a document. */
export interface Writes {
  /** The last first. */
  readonly writes: readonly Write[]
  /** Lines of those days that were erased, and may have told more. */
  readonly erased: number
}

/** Who wrote in a document, by the log of its pod on these days. @throws PodFailure */
export async function writesTo(
  log: Pick<WholeLog, 'lines'>,
  days: readonly string[],
  url: string,
  context: Omit<LogContext, 'day'>,
): Promise<Writes> {
  const path = url.slice(context.base.length)
  const writes: Write[] = []
  let erased = 0
  for (const day of days) {
    for (const line of [...(await log.lines(day))].reverse()) {
      const entry = line.said && readEntry(line.said.text)
      if (!entry) {
        erased += 1
        continue
      }
      const isWrite = entry.modes.includes('append') || entry.modes.includes('write')
      if (entry.outcome !== 'allowed' || !isWrite || !entry.resources.includes(path)) continue
      const { number, title, details } = lineRow(line, { ...context, day })
      const when = instant(new Date(entry.from).toISOString())
      writes.push({ number, title, what: modeWords(entry.modes), when, day, details })
    }
  }
  return { writes, erased }
}

/** The days of a log that are worth looking at first: those of the imports, and of the last change. UTC, the last first. */
export function likelyDays(days: readonly string[], instants: readonly string[]): string[] {
  const wanted = new Set<string>()
  for (const instant of instants) {
    const time = Date.parse(instant)
    // An import says when it ended: the write came at most minutes later.
    if (Number.isFinite(time))
      for (const at of [time, time + 3_600_000]) wanted.add(new Date(at).toISOString().slice(0, 10))
  }
  return days.filter((day) => wanted.has(day))
}
