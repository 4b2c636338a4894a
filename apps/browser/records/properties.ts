import { moneyPaths } from '#vocab/generated/labels'
import { tb } from '#vocab/generated/terms'
import type { Graph, Term } from '#vocab/graph'
import { addTo } from '#vocab/groups'
import { cents } from '#vocab/money'
import { QUDT, RDF, SCHEMA, TB, UNIT, XSD } from '#vocab/namespaces'
import { dayName, instant, money, monthName } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { known } from '../../shared/known.ts'
import { choices } from './choices.ts'
import { type Subject, titleOf, typesOf } from './generic.ts'
import { figure } from './quantities.ts'
import { joined } from './summary.ts'
import { clip, localName, propertyName } from './term-words.ts'

/** What a record says under one name. */
export interface Property {
  readonly name: string
  readonly values: readonly string[]
  /** There are more than are shown. */
  readonly isCut: boolean
}

const mostProperties = 60
const mostValues = 20
const longestValue = 500

/** What the machinery needs and nobody reads: the text of the record has it. */
const unread: ReadonlySet<string> = new Set([
  `${RDF}type`,
  tb.recordKey,
  `${QUDT}hasUnit`,
  `${SCHEMA}currency`,
  tb.values,
  tb.plays,
])

/** What is said of a record, in words, but for what it is linked to. Bounded. */
export function propertiesOf(
  subject: Subject,
  all: ReadonlyMap<string, Subject>,
  graph: Graph,
  isLink: (term: Term) => boolean,
): Property[] {
  const types = typesOf(subject)
  const byPredicate = new Map<string, Term[]>()
  for (const { predicate, object } of subject.statements) {
    if ((types.some((it) => it.startsWith(TB)) && unread.has(predicate.value)) || isLink(object)) continue
    if (predicate.value === `${RDF}type`) continue
    addTo(byPredicate, predicate.value, object)
  }
  const currency = subject.statements.find(({ predicate }) => predicate.value === `${SCHEMA}currency`)?.object
    .value
  const unit = subject.statements.find(({ predicate }) => predicate.value === `${QUDT}hasUnit`)?.object.value
  return [...byPredicate].slice(0, mostProperties).map(([predicate, terms]) => ({
    name: nameOf(predicate, types),
    values: terms
      .slice(0, mostValues)
      .map((term) => clip(valueWords(term, predicate, { graph, all, currency, unit }), longestValue)),
    isCut: terms.length > mostValues,
  }))
}

/** What a sign means is said to those who compute: on the screen the sign is enough. */
const nameOf = (predicate: string, types: readonly string[]): string => {
  const name = propertyName(predicate, types)
  return moneyPaths.has(predicate) ? name.replace(/,.*$/, '') : name
}

interface Context {
  readonly graph: Graph
  readonly all: ReadonlyMap<string, Subject>
  readonly currency: string | undefined
  readonly unit: string | undefined
}

function valueWords(term: Term, predicate: string, context: Context): string {
  const { graph, currency = '', unit } = context
  const { termType, value, datatype } = term
  if (termType === 'BlankNode') return partsOf(value, context)
  if (termType !== 'Literal') return titleOf(graph.node(value)) ?? addressWords(value)
  if (moneyPaths.has(predicate) && /^[A-Z]{3}$/.test(currency)) return amountOf(value, currency)
  const choice = predicate.startsWith(TB) ? known(choices, value) : undefined
  if (choice) return t(choice)
  switch (datatype?.value) {
    case `${XSD}date`:
      return /^\d{4}-\d\d-\d\d$/.test(value) ? dayName(value) : value
    case `${XSD}gYearMonth`:
      return /^\d{4}-\d\d$/.test(value) ? monthName(value) : value
    case `${XSD}dateTime`:
      return /(Z|[+-]\d\d:\d\d)$/.test(value) ? instant(value) : value.replace('T', ' ')
    case `${XSD}decimal`:
    case `${XSD}integer`:
      return withUnit(value, quantities.has(predicate) ? unit : undefined)
    default:
      return value
  }
}

const quantities: ReadonlySet<string> = new Set([tb.total, tb.quantity])

/** Beyond what a number holds exactly, as it stands. */
function withUnit(text: string, unit: string | undefined): string {
  const said = text.length <= 15 && Number.isFinite(Number(text)) ? figure(Number(text), 6) : text
  const name = unit?.startsWith(UNIT) ? known(units, unit.slice(UNIT.length)) : undefined
  return name === undefined ? said : `${said}\u00a0${name}`
}

const units: Readonly<Record<string, string>> = { 'W-HR': 'Wh', M3: 'm³', L: 'l' }

function amountOf(text: string, currency: string): string {
  try {
    return money(cents(text), currency)
  } catch {
    return `${text} ${currency}`
  }
}

/** What a nameless thing says, in one line. */
function partsOf(node: string, { graph, all }: Context): string {
  const title = titleOf(graph.node(node))
  const texts = (all.get(node)?.statements ?? []).flatMap(({ object }) =>
    object.termType === 'Literal' ? object.value : [],
  )
  const others = texts.slice(0, mostValues).map((it) => clip(it, 100))
  return joined(title, ...others.filter((it) => it !== title))
}

/** An address that people write to or call is said without its scheme; another whole. */
const addressWords = (iri: string): string =>
  /^(mailto|tel):/i.test(iri)
    ? iri.slice(iri.indexOf(':') + 1)
    : iri.startsWith('http://qudt.org/') || iri.startsWith(SCHEMA)
      ? localName(iri)
      : iri
