import type { Mark } from '#vocab/journal/chain'
import { logPrefixes } from '#vocab/journal/plain-log'
import type { Journals } from '../engine/Journals.ts'
import { dayOf, nameOf, oneDay } from './log-place.ts'
import { boundsTurtle, lineTurtle } from './log-turtle.ts'

/** A document of a log. */
export interface LogPage {
  /** Of its first line, its last, and how many of them were erased: what it says changes only with one of them. */
  readonly version: string
  text(): AsyncIterable<string> | Iterable<string>
}

/** Lines read at a time, while others are answered. */
const atOnce = 500

/** The documents of the logs: one a day, by when a line was written down. */
export class LogPages {
  private readonly journals: Journals
  private readonly baseUrl: string

  constructor(journals: Journals, baseUrl: string) {
    this.journals = journals
    this.baseUrl = baseUrl
  }

  /** `day`: undefined for the container. @returns undefined where there is no line. */
  of(pod: string, day: string | undefined): Promise<LogPage | undefined> {
    return day === undefined ? this.container(pod) : this.day(pod, day)
  }

  private async container(pod: string): Promise<LogPage | undefined> {
    const bounds = await this.journals.bounds(pod)
    if (!bounds) return undefined
    const { anchor, head } = bounds
    const days = await this.days(pod, anchor.number + 1, head.number)
    const contains = days.map((day) => `<> ldp:contains <${day}>.\n<${day}> a ldp:Resource.\n`)
    const text = [
      logPrefixes,
      '<> a ldp:Container, ldp:BasicContainer, ldp:Resource.\n',
      boundsTurtle('tb:journalAnchor', anchor),
      boundsTurtle('tb:journalHead', head),
      ...contains,
    ]
    return { version: `${anchor.number + 1}.${head.number}.0`, text: () => text }
  }

  private async day(pod: string, day: string): Promise<LogPage | undefined> {
    const start = dayOf(day) ?? 0
    const from = await this.journals.placeOf(pod, start)
    const mark = await this.journals.markAt(pod, start + oneDay)
    if (!mark || mark.number < from) return undefined
    const erased = await this.journals.erased(pod, from, mark.number)
    const { journals, baseUrl } = this
    async function* text() {
      yield logPrefixes + boundsTurtle('tb:journalHead', mark as Mark)
      for (let next = from; next <= (mark as Mark).number; ) {
        const lines = await journals.lines(pod, next, Math.min(atOnce, (mark as Mark).number - next + 1))
        if (lines.length === 0) return
        yield lines.map((line) => lineTurtle(line, baseUrl)).join('')
        next = (lines.at(-1)?.number ?? next) + 1
      }
    }
    return { version: `${from}.${mark.number}.${erased}`, text }
  }

  /** The days that have lines. */
  private async days(pod: string, first: number, last: number): Promise<string[]> {
    const days: string[] = []
    for (let number = first; number <= last; ) {
      const [line] = await this.journals.lines(pod, number, 1)
      if (!line) break
      const day = nameOf(line.recorded)
      days.push(day)
      const next = await this.journals.placeOf(pod, (dayOf(day) ?? 0) + oneDay)
      number = Math.max(next, line.number + 1)
    }
    return days
  }
}
