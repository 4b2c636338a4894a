import { maxIri } from './bounds.ts'
import { isContext } from './contexts.ts'
import type { Fault } from './fault.ts'

const maxDepth = 20
/** Terms of all contexts, again in each that adds to them: so many take a tenth of a second. */
const maxContextWork = 50_000
const maxContextLength = 64 * 1024
/** The largest of the contexts that the server has. */
const termsOfOurs = 150

const fault = (reason: string): Fault => ({ line: undefined, reason })
const deep = fault(`it is nested more than ${maxDepth} deep`)
const doubled = fault('an object has two contexts')
const manyContexts = fault('its contexts take too much to read: give it a single one, with the terms it uses')

/** @returns how many contexts JSON has, by its text; the fault of what is nested too deep even to be parsed. */
export function outline(text: string): Fault | number {
  let depth = 0
  let contexts = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]
    if (mark === '"') {
      const end = endOfString(text, at)
      if (isContextKey(text, at, end)) contexts++
      at = end
    } else if (mark === '[' || mark === '{') depth++
    else if (mark === ']' || mark === '}') depth--
    if (depth > maxDepth) return deep
  }
  return contexts
}

/**
 * Refuses contexts whose cost does not follow their length, before they are read as such.
 *
 * @param contexts as `outline` tells it.
 */
export function faultOfContexts(document: unknown, contexts: number): Fault | undefined {
  const found = contextsIn(document)
  // Of two members with one name a reader of streams sees both, and JSON.parse the last.
  if (found.members !== contexts) return doubled
  const work = found.work + found.workOfUse * found.nodes
  const isLong = found.length > maxContextLength || found.bases > maxIri
  return isLong || work > maxContextWork ? manyContexts : undefined
}

function endOfString(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return end
}

function isContextKey(text: string, start: number, end: number): boolean {
  // Each of its characters may be an escape of six.
  if (end - start > 60) return false
  let after = end + 1
  while (/\s/.test(text[after] ?? '')) after++
  if (text[after] !== ':') return false
  try {
    return JSON.parse(text.slice(start, end + 1)) === '@context'
  } catch {
    return false
  }
}

interface Contexts {
  members: number
  /** Terms that there are, added up over all contexts: each is made of what is there already. */
  work: number
  /** The same of contexts that are read again at each use of a term. */
  workOfUse: number
  length: number
  bases: number
  nodes: number
}

function contextsIn(document: unknown): Contexts {
  const found: Contexts = { members: 0, work: 0, workOfUse: 0, length: 0, bases: 0, nodes: 0 }
  walk(document, 0, false, found)
  return found
}

function walk(value: unknown, outerTerms: number, isInContext: boolean, found: Contexts): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) walk(item, outerTerms, isInContext, found)
    return
  }
  found.nodes++
  const { '@context': context } = value as { '@context'?: unknown }
  const terms = context === undefined ? outerTerms : count(context, outerTerms, isInContext, found)
  for (const [key, member] of Object.entries(value))
    walk(member, terms, isInContext || key === '@context', found)
}

/** @returns how many terms there are within. */
function count(context: unknown, outerTerms: number, isInContext: boolean, found: Contexts): number {
  found.members++
  if (!isInContext) found.length += JSON.stringify(context).length
  let terms = outerTerms
  for (const entry of Array.isArray(context) ? context : [context]) {
    terms += termsOf(entry)
    found[isInContext ? 'workOfUse' : 'work'] += terms + 1
    const base: unknown = entry?.['@base']
    if (typeof base === 'string') found.bases += base.length
  }
  return terms
}

function termsOf(entry: unknown): number {
  if (typeof entry === 'string') return isContext(entry) ? termsOfOurs : 0
  return typeof entry === 'object' && entry !== null ? Object.keys(entry).length : 0
}
