import type { Graph, Node, Term } from './graph.ts'
import { localDay } from './local-day.ts'
import { cents } from './money.ts'
import { DCT, RDF, SCHEMA } from './namespaces.ts'

/** What an invoice of another app says, by the names that our own have. */
export interface ForeignInvoice {
  /** Its number, else its IRI. */
  readonly recordKey: string
  /** What is asked back is a credit note. */
  readonly kind: 'invoice' | 'credit-note'
  readonly number?: string
  /** YYYY-MM-DD */
  readonly issueDate: string
  /** YYYY-MM-DD */
  readonly dueDate?: string
  readonly sellerName: string
  /** ISO 4217 */
  readonly currency: string
  /** Integer cents; below zero for a credit note. */
  readonly amountDueCents: number
}

/**
 * A `schema:Invoice` as other apps write it. Undefined where something is missing that each of ours says (who, how much,
 * of which day), or is said twice and differs: nobody is told a guess of what they owe.
 */
export function readForeignInvoice(graph: Graph, node: Node): ForeignInvoice | undefined {
  if (!node.values(`${RDF}type`).some(({ value }) => value === `${SCHEMA}Invoice`)) return undefined
  const number = textOf(graph, only(node, 'identifier', 'confirmationNumber'), 'value')
  const issueDate = dayOf(only(node, 'dateCreated', 'datePublished', `${DCT}issued`))
  const dueDate = dayOf(only(node, 'paymentDueDate', 'paymentDue'))
  const sellerName = textOf(graph, only(node, 'provider', 'seller'), 'name', 'legalName')
  const due = moneyOf(graph, only(node, 'totalPaymentDue'))
  if (!issueDate || !sellerName || !due) return undefined
  return {
    recordKey: number ?? node.iri,
    kind: due.amountDueCents < 0 ? 'credit-note' : 'invoice',
    ...(number && { number }),
    issueDate,
    ...(dueDate && { dueDate }),
    sellerName,
    ...due,
  }
}

const longest = 200

/** The value of the first of these properties that is there; undefined where it has several. */
function only(node: Node, ...names: readonly string[]): Term | undefined {
  const paths = names.map((name) => (name.includes(':') ? name : SCHEMA + name))
  const said = paths.map((path) => node.values(path)).find((values) => values.length > 0) ?? []
  return said.length === 1 ? said[0] : undefined
}

/** A text, or that of what it points at. */
function textOf(graph: Graph, term: Term | undefined, ...names: readonly string[]): string | undefined {
  const literal = term && term.termType !== 'Literal' ? only(graph.node(term.value), ...names) : term
  const text = literal?.termType === 'Literal' ? literal.value.trim() : ''
  return text !== '' && text.length <= longest ? text : undefined
}

/** A day, or the day on which an instant is in Paris. */
function dayOf(term: Term | undefined): string | undefined {
  const [, day = '', rest = ''] =
    /^(\d{4}-\d\d-\d\d)(T[\d:.]{5,18}(?:Z|[+-]\d\d:\d\d))?$/.exec(term?.value ?? '') ?? []
  const instant = Date.parse(rest ? day + rest : `${day}T12:00:00Z`)
  if (term?.termType !== 'Literal' || Number.isNaN(instant)) return undefined
  // 30 February is read as 2 March.
  const found = localDay(instant)
  return rest || found === day ? found : undefined
}

/** A `schema:MonetaryAmount` or `schema:PriceSpecification`. */
function moneyOf(
  graph: Graph,
  term: Term | undefined,
): Pick<ForeignInvoice, 'amountDueCents' | 'currency'> | undefined {
  if (!term || term.termType === 'Literal') return undefined
  const amount = graph.node(term.value)
  const currency = only(amount, 'currency', 'priceCurrency')?.value ?? ''
  const value = only(amount, 'value', 'price')
  if (!/^[A-Z]{3}$/.test(currency) || value?.termType !== 'Literal') return undefined
  try {
    return { amountDueCents: cents(value.value), currency }
  } catch {
    return undefined
  }
}
