import type { AccountBalance, BankAccount, BankOperation } from '#vocab/generated/bank'
import { addTo } from '#vocab/groups'
import type { PodDocument, RecordOf } from '../shared/pod/records.ts'
import { OtherRoutes, type Seconds } from './other-routes.ts'
import { type Changes, reDated } from './re-dated.ts'

/** An account with its last known balance. */
export interface AccountView {
  /** The container of the account's documents: names the account in the app. */
  readonly key: string
  /** The name of the bank, where it is known. */
  readonly partner: string | undefined
  readonly account: BankAccount | undefined
  /** The latest balance; of two on one day, what the bank booked. */
  readonly balance: AccountBalance | undefined
}

/** An operation with what was said of it before. */
export interface OperationView {
  readonly key: string
  readonly accountKey: string
  readonly operation: BankOperation
  /** Earlier versions of the same record, when the bank corrected it. */
  readonly earlier: readonly BankOperation[]
  /** When an import stated it last, in milliseconds; undefined where none did. */
  readonly statedAt: number | undefined
  /** The layouts by which it came; none where no import says. */
  readonly routes: readonly string[]
  /** Probably the same operation, by another route: it counts in place of this one, which is shown alone. */
  readonly sameAs?: OperationView
}

/** A month's operations, newest first. Sums in cents of the main currency; both from zero up. */
export interface MonthView {
  readonly month: string
  readonly operations: readonly OperationView[]
  readonly cameIn: number
  readonly wentOut: number
}

export interface BudgetView {
  readonly accounts: readonly AccountView[]
  /** Newest first; only months with operations. */
  readonly months: readonly MonthView[]
  readonly operations: number
  /** The currency most operations are in: sums leave the others out. */
  readonly currency: string
  /** True when operations in another currency are left out of the sums. */
  readonly mixed: boolean
}

interface ReadDocument {
  readonly accountKey: string
  readonly operations: readonly OperationView[]
  readonly months: ReadonlyMap<string, readonly OperationView[]>
}

/**
 * Records → view. Keeps what it made of a document, and of a month, for as long as these are the same:
 * while ten years stream in, only the months that changed are made (and drawn) again.
 */
export class BudgetModel {
  private readonly read = new WeakMap<PodDocument, ReadDocument>()
  private readonly changed = new WeakMap<ReadDocument, { as: string; document: ReadDocument }>()
  private readonly routes = new OtherRoutes<ReadDocument>()
  private readonly marked = new WeakMap<ReadDocument, { seconds: Seconds; document: ReadDocument }>()
  private made = new Map<string, { parts: readonly (readonly OperationView[])[]; view: MonthView }>()
  private currency = ''

  view(documents: readonly PodDocument[]): BudgetView {
    const currency = mainCurrency(documents)
    if (currency !== this.currency) this.made.clear()
    this.currency = currency
    const parts = new Map<string, (readonly OperationView[])[]>()
    let operations = 0
    const read = documents.map((document) => this.readOnce(document))
    const changes = reDated(read)
    const settled = read.map((document) => this.changeOnce(document, changes.get(document)))
    const seconds = this.routes.seconds(documents, settled)
    for (const document of settled) {
      const { months, operations: its } = this.markOnce(document, seconds.get(document))
      operations += its.length
      for (const [month, part] of months) {
        const known = parts.get(month)
        if (known) known.push(part)
        else parts.set(month, [part])
      }
    }
    const months = [...parts.keys()]
      .sort()
      .reverse()
      .map((month) => this.month(month, parts.get(month) ?? []))
    this.made = new Map(months.map((view) => [view.month, { parts: parts.get(view.month) ?? [], view }]))
    return {
      accounts: readAccounts(documents),
      months,
      operations,
      currency,
      mixed: months.some(({ operations }) =>
        operations.some(({ operation }) => operation.currency !== currency),
      ),
    }
  }

  private month(month: string, parts: readonly (readonly OperationView[])[]): MonthView {
    const before = this.made.get(month)
    if (
      before &&
      before.parts.length === parts.length &&
      parts.every((part, at) => part === before.parts[at])
    ) {
      return before.view
    }
    return monthOf(month, parts.flat(), this.currency)
  }

  private readOnce(document: PodDocument): ReadDocument {
    const known = this.read.get(document)
    if (known) return known
    const fresh = readOperations(document)
    this.read.set(document, fresh)
    return fresh
  }

  private changeOnce(document: ReadDocument, changes: Changes | undefined): ReadDocument {
    if (!changes) return document
    const as = JSON.stringify([
      [...changes.gone].map(({ key }) => key),
      [...changes.earlier].map(([winner, losers]) => [winner.key, losers.map(({ key }) => key)]),
    ])
    const known = this.changed.get(document)
    if (known?.as === as) return known.document
    const fresh = changedBy(document, changes)
    this.changed.set(document, { as, document: fresh })
    return fresh
  }

  private markOnce(document: ReadDocument, seconds: Seconds | undefined): ReadDocument {
    if (!seconds) return document
    const known = this.marked.get(document)
    if (known && isSame(known.seconds, seconds)) return known.document
    const fresh = markedBy(document, seconds)
    this.marked.set(document, { seconds, document: fresh })
    return fresh
  }
}

function isSame(one: Seconds, other: Seconds): boolean {
  return one.size === other.size && [...one].every(([second, counted]) => other.get(second) === counted)
}

/** A month of operations, sorted and summed: what came by two routes counts once. */
export function monthOf(
  month: string,
  operations: readonly OperationView[],
  currency: string,
  counts = ({ sameAs }: OperationView): boolean => sameAs === undefined,
): MonthView {
  const sorted = [...operations].sort(newestFirst)
  const amounts = sorted.flatMap((view) =>
    view.operation.currency === currency && counts(view) ? view.operation.amountCents : [],
  )
  return {
    month,
    operations: sorted,
    cameIn: amounts.reduce((sum, cents) => sum + Math.max(0, cents), 0),
    wentOut: amounts.reduce((sum, cents) => sum + Math.max(0, -cents), 0),
  }
}

/** Up to `count` months ending with the latest one, oldest first; a month between two others without operations is zero. */
export function lastMonths(
  months: readonly MonthView[],
  count: number,
): { month: string; cameIn: number; wentOut: number }[] {
  const [latest] = months
  const oldest = months.at(-1)
  if (!latest || !oldest) return []
  const byMonth = new Map(months.map((view) => [view.month, view]))
  const [year = 0, number = 0] = latest.month.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const at = new Date(Date.UTC(year, number - count + back, 1))
    return at.toISOString().slice(0, 7)
  })
    .filter((month) => month >= oldest.month)
    .map((month) => {
      const view = byMonth.get(month)
      return { month, cameIn: view?.cameIn ?? 0, wentOut: view?.wentOut ?? 0 }
    })
}

function readOperations(document: PodDocument): ReadDocument {
  const accountKey = folderOf(document.url)
  const earlier = new Map<string, BankOperation[]>()
  const current: RecordOf<'operation'>[] = []
  for (const record of document.records) {
    if (record.kind !== 'operation') continue
    const { recordKey } = record.value
    if (record.superseded) addTo(earlier, recordKey, record.value)
    else current.push(record)
  }
  return byMonth(
    accountKey,
    current.map(({ iri, value, statedAt, routes = [] }) => ({
      key: iri,
      accountKey,
      operation: value,
      earlier: earlier.get(value.recordKey) ?? [],
      statedAt,
      routes,
    })),
  )
}

function changedBy({ accountKey, operations }: ReadDocument, { gone, earlier }: Changes): ReadDocument {
  const kept = operations.filter((view) => !gone.has(view))
  return byMonth(
    accountKey,
    kept.map((view) => {
      const before = earlier.get(view) ?? []
      if (before.length === 0) return view
      return { ...view, earlier: [...view.earlier, ...before.flatMap((it) => [it.operation, ...it.earlier])] }
    }),
  )
}

function markedBy({ accountKey, operations }: ReadDocument, seconds: Seconds): ReadDocument {
  return byMonth(
    accountKey,
    operations.map((view) => {
      const sameAs = seconds.get(view)
      return sameAs ? { ...view, sameAs } : view
    }),
  )
}

function byMonth(accountKey: string, operations: readonly OperationView[]): ReadDocument {
  const months = new Map<string, OperationView[]>()
  for (const view of operations) {
    const month = view.operation.bookingDate.slice(0, 7)
    const known = months.get(month)
    if (known) known.push(view)
    else months.set(month, [view])
  }
  return { accountKey, operations, months }
}

function readAccounts(documents: readonly PodDocument[]): AccountView[] {
  const accounts = new Map<string, { partner?: string; account?: BankAccount; balance?: AccountBalance }>()
  for (const { url, partner, records } of documents) {
    // A folder without any bank record is no account: anybody may have put a document there.
    if (!records.some(({ kind }) => kind === 'account' || kind === 'balance' || kind === 'operation'))
      continue
    const key = folderOf(url)
    const found = accounts.get(key) ?? {}
    accounts.set(key, found)
    if (partner !== undefined) found.partner ??= partner
    for (const record of records) {
      if (record.superseded) continue
      // One route may say the kind of account, and another its number alone.
      if (record.kind === 'account' && !found.account?.kind)
        found.account = { ...found.account, ...record.value }
      if (record.kind === 'balance' && isLater(record.value, found.balance)) found.balance = record.value
    }
  }
  return [...accounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { partner, account, balance }]) => ({ key, partner, account, balance }))
}

function isLater(one: AccountBalance, other: AccountBalance | undefined): boolean {
  if (!other || one.date !== other.date) return !other || one.date > other.date
  return one.kind === 'ledger' && other.kind !== 'ledger'
}

function mainCurrency(documents: readonly PodDocument[]): string {
  const counts = new Map<string, number>()
  for (const record of documents.flatMap(({ records }) => records)) {
    if (record.kind !== 'operation') continue
    counts.set(record.value.currency, (counts.get(record.value.currency) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? 'EUR'
}

function newestFirst(a: OperationView, b: OperationView): number {
  if (a.operation.bookingDate !== b.operation.bookingDate) {
    return a.operation.bookingDate < b.operation.bookingDate ? 1 : -1
  }
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

const folderOf = (url: string): string => url.slice(0, url.lastIndexOf('/') + 1)
