import type { Graph, Node, Statement, Term } from '#vocab/graph'
import { localDay } from '#vocab/local-day'
import { DCT, FOAF, RDF, RDFS, SCHEMA, SKOS, VCARD, XSD } from '#vocab/namespaces'
import { t } from '../../shared/i18n/t.ts'
import { recordMessages as messages } from './messages.ts'
import type { Said } from './summary.ts'
import { clip, inLanguage, ownName } from './term-words.ts'

/** Where somebody’s data say what a thing is called, the best first. */
const titles = [
  `${RDFS}label`,
  `${SCHEMA}name`,
  `${DCT}title`,
  `${VCARD}fn`,
  `${FOAF}name`,
  `${SKOS}prefLabel`,
  `${SCHEMA}headline`,
  `${DCT}description`,
  `${SCHEMA}description`,
]

/** Where they say when it was. */
const dates = [
  ...['startDate', 'orderDate', 'dateCreated', 'datePublished', 'startTime', 'endDate'].map(
    (it) => SCHEMA + it,
  ),
  ...['date', 'issued', 'created', 'modified'].map((it) => DCT + it),
]

const longestTitle = 200

/** What is said of one subject. */
export interface Subject {
  readonly term: Term
  readonly statements: readonly Statement[]
}

export const typesOf = ({ statements }: Subject): string[] =>
  statements.flatMap(({ predicate, object }) => (predicate.value === `${RDF}type` ? object.value : []))

/** What a thing is called, by itself; undefined where it has no name. */
export function titleOf(node: Node): string | undefined {
  for (const predicate of titles) {
    const texts = node
      .values(predicate)
      .filter(({ termType, value }) => termType === 'Literal' && value.trim() !== '')
    const text = inLanguage(texts)
    if (text) return clip(text.value.trim(), longestTitle)
  }
  return undefined
}

/** A record of a class that we have no words for. */
export function sayUnknown(subject: Subject, graph: Graph): Said {
  const node = graph.node(subject.term.value)
  const [type] = typesOf(subject)
  return {
    day: dayOf(subject, node),
    words: () => {
      const called = type === undefined ? '' : (ownName(type) ?? '')
      const title = titleOf(node) ?? likeTitle(subject)
      if (title !== undefined) return { title, detail: title === called ? '' : called, value: '' }
      return { title: called || t(messages.noName), detail: firstText(subject) ?? '', value: '' }
    },
  }
}

/** A name by a word of a vocabulary that we do not know, which is called as such words are. */
function likeTitle({ statements }: Subject): string | undefined {
  const named = statements.filter(
    ({ predicate, object }) =>
      /[/#](name|title|label|summary|subject|caption)$/i.test(predicate.value) &&
      isText(object) &&
      object.value.trim() !== '',
  )
  const text = inLanguage(named.map(({ object }) => object))
  return text && clip(text.value.trim(), longestTitle)
}

/** What is said first, of what has no name. */
function firstText({ statements }: Subject): string | undefined {
  const text = statements.find(({ object }) => isText(object) && object.value.trim() !== '')
  return text && clip(text.object.value.trim(), 80)
}

const isText = ({ termType, datatype }: Term): boolean =>
  termType === 'Literal' && (datatype === undefined || /#(string|langString)$/.test(datatype.value))

function dayOf({ statements }: Subject, node: Node): string {
  const told = dates.flatMap((predicate) => node.values(predicate))
  const others = statements.filter(({ object }) => object.datatype && temporal.has(object.datatype.value))
  for (const { termType, value } of [...told, ...others.map(({ object }) => object)]) {
    const day = termType === 'Literal' ? dayIn(value) : ''
    if (day !== '') return day
  }
  return ''
}

const temporal: ReadonlySet<string> = new Set(
  ['date', 'dateTime', 'dateTimeStamp', 'gYearMonth'].map((it) => XSD + it),
)

/** The day, or month, that a text begins with; an instant’s is that of Paris. Empty for what is none. */
function dayIn(text: string): string {
  const [, day = '', clock, zone] =
    /^(\d{4}-\d\d(?:-\d\d)?)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? []
  if (day === '' || Number.isNaN(Date.parse(day))) return ''
  if (clock === undefined || zone === undefined) return day
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? day : localDay(instant)
}
