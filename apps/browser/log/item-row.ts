import type { Sealed } from '#vocab/journal/chain'
import { type Entry, readEntry } from '#vocab/journal/entry'
import { dayOfInstant } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { withdrawMessages } from '../../shared/ui/withdraw-messages.ts'
import type { ConsentTerms } from '../consent-terms.ts'
import { consentTitle, recipientName, subjectWords } from '../consent-words.ts'
import { receiptHash } from '../route.ts'
import { type LineRow, type LogContext, lineRow, modeWords, momentsOf, placeWords } from './line-row.ts'
import type { ConsentEvent, LogItem } from './log-items.ts'
import { logMessages as messages } from './messages.ts'
import { whoOf } from './who.ts'

/** An item of the log as the citizen reads it. */
export interface ItemRow extends LineRow {
  /** Of an item of several lines, those. */
  readonly lines: readonly Sealed[]
  /** Of a grant. */
  readonly grant?: {
    /** Who gave or withdrew it. */
    readonly by: string
    readonly replaces: boolean
    /** Other grants that reach further from then on, each with its receipt. */
    readonly extended: readonly { readonly text: string; readonly receipt: string }[]
    /** Leads to its receipt. */
    readonly receipt: string
  }
}

/** What a grant says, where it has been read. */
export type TermsOf = (id: string) => ConsentTerms | undefined

/** Pure. */
export function itemRow(item: LogItem, context: LogContext, termsOf: TermsOf): ItemRow {
  const { lines, entry, consents } = item
  const [first] = lines as [Sealed]
  if (entry && consents.length > 0) return grantRow(item, entry, context, termsOf)
  if (!entry || lines.length === 1) return { ...lineRow(first, context), lines: [] }
  const entries = entriesOf(lines)
  const resources = [...new Set(entries.flatMap((it) => it.resources))]
  const times = entries.reduce((sum, it) => sum + it.count * it.resources.length, 0)
  const often =
    times > resources.length ? t(resources.length > 1 ? messages.timesInAll : messages.times, times) : ''
  const [from, until] = [entry.from, Math.max(...entries.map((it) => it.until))]
  return {
    number: first.number,
    kind: entry.outcome,
    title: whoOf(entry, context.people, context.base),
    text: [modeWords(entry.modes), placeWords(resources, context), often].filter(Boolean).join(' · '),
    when: momentsOf({ from, until }, context.day),
    details: [],
    lines,
  }
}

function grantRow(
  { lines, consents }: LogItem,
  entry: Entry,
  context: LogContext,
  termsOf: TermsOf,
): ItemRow {
  const { people, base, day } = context
  const given = consents.filter((it) => it.event === 'given')
  const gone = consents.filter((it) => it.event === 'withdrawn')
  // Who connects a partner may let others read it too: what each of them had gives way to more.
  const recipientOf = ({ id }: ConsentEvent) => termsOf(id)?.recipient
  const isWider = (it: ConsentEvent) =>
    given.length > 1 &&
    recipientOf(it) !== undefined &&
    gone.some((one) => recipientOf(one) === recipientOf(it))
  const first = given.find((it) => !isWider(it)) ?? (consents[0] as ConsentEvent)
  const { id, event } = first
  const terms = termsOf(id)
  const recipient = terms?.recipient
  return {
    number: (lines[0] as Sealed).number,
    kind: 'allowed',
    title:
      terms && recipient !== undefined
        ? consentTitle(event, { ...terms, recipient }, people)
        : t(messages[event]),
    text: terms ? termsText(event, terms) : placeWords(opened(lines), context),
    when: momentsOf(entry, day),
    details: [],
    lines,
    grant: {
      by: whoOf(entry, people, base),
      replaces: given.length === 1 && gone.length > 0,
      extended: given.filter(isWider).map((it) => ({
        text: t(messages.extended, nameOf(termsOf(it.id), people)),
        receipt: receiptHash(`${it.id}-1`),
      })),
      receipt: receiptHash(`${id}-${event === 'given' ? 1 : 2}`),
    },
  }
}

const nameOf = (terms: ConsentTerms | undefined, people: LogContext['people']): string =>
  terms?.recipient === undefined ? '' : recipientName({ ...terms, recipient: terms.recipient }, people)

function termsText(event: ConsentEvent['event'], terms: ConsentTerms): string {
  if (event === 'withdrawn') return subjectWords(terms)
  const until = terms.until
    ? t(withdrawMessages.until, dayOfInstant(terms.until))
    : t(messages.untilWithdrawn)
  return [subjectWords(terms), until].filter(Boolean).join(', ')
}

/** What rules were changed of. */
const opened = (lines: readonly Sealed[]): string[] =>
  entriesOf(lines)
    .flatMap(({ resources }) => resources)
    .filter((it) => it.endsWith('.acl'))
    .map((it) => it.slice(0, -'.acl'.length))

const entriesOf = (lines: readonly Sealed[]): Entry[] =>
  lines.flatMap(({ said }) => (said && readEntry(said.text)) ?? [])
