import type { Sealed } from '#vocab/journal/chain'
import { type Entry, type LoggedMode, readEntry } from '#vocab/journal/entry'
import { dayAndTime, parisDay, timeOfDay } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import type { People } from '../people.ts'
import { logMessages as messages } from './messages.ts'
import { placesOf } from './places.ts'
import { whoOf } from './who.ts'

/** A line of the log as the citizen reads it. Pure. */
export interface LineRow {
  readonly number: number
  readonly kind: 'allowed' | 'refused' | 'gap' | 'erased'
  readonly title: string
  /** What was done, to which data, how often. */
  readonly text: string
  readonly when: string
  /** As it was verified, word for word. */
  readonly details: readonly string[]
}

/** Where a log is read. */
export interface LogContext {
  readonly pod: string
  /** The server's address. */
  readonly base: string
  readonly people: People
  /** The day of the document, UTC. */
  readonly day: string
}

const mode: Readonly<Record<LoggedMode, (typeof messages)['read']>> = {
  read: messages.read,
  append: messages.append,
  write: messages.write,
  control: messages.control,
}

export function lineRow({ number, recorded, said }: Sealed, context: LogContext): LineRow {
  const entry = said && readEntry(said.text)
  if (!entry) {
    const when = timeIn(recorded, context.day)
    return {
      number,
      kind: 'erased',
      title: t(messages.erasedLine),
      text: t(messages.erasedText),
      when,
      details: [],
    }
  }
  const when = momentsOf(entry, context.day)
  if (entry.outcome === 'gap')
    return { number, kind: 'gap', title: t(messages.gap), text: t(messages.gapText), when, details: [] }
  return {
    number,
    kind: entry.outcome,
    title: whoOf(entry, context.people, context.base),
    text: whatOf(entry, context),
    when,
    details: detailsOf(entry),
  }
}

function whatOf({ modes, resources, count }: Entry, context: LogContext): string {
  const often = count > 1 ? t(resources.length > 1 ? messages.timesEach : messages.times, count) : ''
  return [modeWords(modes), placeWords(resources, context), often].filter(Boolean).join(' · ')
}

export const modeWords = (modes: Entry['modes']): string => modes.map((it) => t(mode[it])).join(', ')

export const placeWords = (resources: readonly string[], { base, pod, people }: LogContext): string =>
  placesOf(resources, base, pod, people.grants)
    .map(({ name, documents, folders }) => {
      if (documents + folders === 1) return name
      const counts = [
        ...(documents > 0 ? [t(messages.documents, documents)] : []),
        ...(folders > 0 ? [t(messages.folders, folders)] : []),
      ]
      return t(messages.several, name, counts.join(', '))
    })
    .join(' · ')

export function momentsOf({ from, until }: Pick<Entry, 'from' | 'until'>, day: string): string {
  const [first, last] = [timeIn(from, day), timeIn(until, day)]
  return first === last ? first : t(messages.fromTo, first, last)
}

/** With its date where it is not that of the document. */
function timeIn(moment: number, day: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return '?'
  return parisDay(date) === day ? timeOfDay(date) : dayAndTime(date)
}

const detailsOf = ({ who, client, resources, rules }: Entry): string[] => [
  who === null ? t(messages.noWebId) : t(messages.webId, who),
  ...(client === null ? [] : [t(messages.client, client)]),
  ...resources.map((path) => t(messages.resource, path)),
  ...rules.map((rule) => t(messages.rule, rule)),
]
