import type { Quad, Term } from '@rdfjs/types'
import type { Bilingual } from '../bilingual.ts'

/** The triples of a document, found by any of their terms. Of n3's `Store`. */
export interface Triples {
  has(quad: Quad): boolean
  readQuads(subject: Term | null, predicate: Term | null, object: Term | null, graph: null): Iterable<Quad>
}

/** Terms by the names of the variables that they stand for. */
export type Mapping = ReadonlyMap<string, Term>

/** Patterns with variables, and variables, of one patch at most. */
const maxPatterns = 32
const maxVariables = 32
/** Triples looked at for one patch: so many take half a second. */
const maxSteps = 100_000
/** Counted no further, to begin with the pattern that fewest triples match. */
const manyTriples = 1000

const positions = ['subject', 'predicate', 'object'] as const

/** @returns what is wrong with patterns that are not even tried, in words for whoever sent them. */
export function faultOfPatterns(patterns: readonly Quad[]): Bilingual | undefined {
  const open = patterns.filter((pattern) => variablesOf(pattern).length > 0)
  if (open.length > maxPatterns || new Set(open.flatMap(variablesOf)).size > maxVariables)
    return {
      fr: `Ce solid:where a trop de motifs ou de variables (${maxPatterns} et ${maxVariables} au plus) : envoyez plusieurs patchs.`,
      en: `This solid:where has too many patterns or variables (${maxPatterns} and ${maxVariables} at most): send several patches.`,
    }
  if (open.some((pattern) => positions.every((position) => isVariable(pattern[position]))))
    return {
      fr: 'Ce solid:where a un motif fait de variables seules, que tout triplet satisfait : nommez l’un de ses termes.',
      en: 'This solid:where has a pattern of variables alone, which every triple matches: name one of its terms.',
    }
  return undefined
}

/**
 * Looks for the mappings by which all patterns are triples of a document (Solid Protocol §5.3.1), and no further than
 * the second one. Patterns that share no variable are solved apart: no product is ever made.
 */
export function solve(
  patterns: readonly Quad[],
  triples: Triples,
): Mapping | 'none' | 'several' | 'takes too much' {
  const steps = { left: maxSteps }
  const sizes = new Map(patterns.map((pattern) => [pattern, sizeOf(pattern, triples)]))
  if ([...sizes.values()].includes(0)) return 'none'
  const whole = new Map<string, Term>()
  let isOnly = true
  for (const group of groupsOf(patterns)) {
    const byLength = group.toSorted((one, other) => (sizes.get(one) ?? 0) - (sizes.get(other) ?? 0))
    const found = mappings(byLength, new Map(), triples, steps)
    const first = found.next()
    if (!first.done) for (const [name, term] of first.value) whole.set(name, term)
    const second = first.done || !isOnly ? undefined : found.next()
    if (steps.left < 0) return 'takes too much'
    if (first.done) return 'none'
    if (second?.done === false) isOnly = false
  }
  return isOnly ? whole : 'several'
}

/** The triples that a pattern stands for under a mapping. */
export function mapped(pattern: Quad, mapping: Mapping, quad: (s: Term, p: Term, o: Term) => Quad): Quad {
  const [subject, predicate, object] = positions.map((position) => termOf(pattern[position], mapping))
  return subject && predicate && object ? quad(subject, predicate, object) : pattern
}

function* mappings(
  patterns: readonly Quad[],
  mapping: Mapping,
  triples: Triples,
  steps: { left: number },
): Generator<Mapping, undefined> {
  const [first] = patterns.toSorted((one, other) => openIn(one, mapping) - openIn(other, mapping))
  if (!first) {
    yield mapping
    return undefined
  }
  const rest = patterns.filter((pattern) => pattern !== first)
  for (const triple of find(first, mapping, triples)) {
    if (--steps.left < 0) return undefined
    const next = extended(first, triple, mapping)
    if (next) yield* mappings(rest, next, triples, steps)
  }
  return undefined
}

function find(pattern: Quad, mapping: Mapping, triples: Triples): Iterable<Quad> {
  const [subject, predicate, object] = positions.map((position) => termOf(pattern[position], mapping) ?? null)
  return triples.readQuads(subject ?? null, predicate ?? null, object ?? null, null)
}

/** Undefined where one variable would stand for two terms. */
function extended(pattern: Quad, triple: Quad, mapping: Mapping): Mapping | undefined {
  const next = new Map(mapping)
  for (const position of positions) {
    const { value: name } = pattern[position]
    if (!isVariable(pattern[position])) continue
    const known = next.get(name)
    if (known && !known.equals(triple[position])) return undefined
    next.set(name, triple[position])
  }
  return next
}

/** Patterns that hang together by their variables. */
function groupsOf(patterns: readonly Quad[]): Quad[][] {
  let groups: { patterns: Quad[]; names: Set<string> }[] = []
  for (const pattern of patterns) {
    const names = variablesOf(pattern)
    const [near, apart] = [true, false].map((is) =>
      groups.filter((group) => names.some((name) => group.names.has(name)) === is),
    ) as [typeof groups, typeof groups]
    const joined = {
      patterns: [...near.flatMap((group) => group.patterns), pattern],
      names: new Set([...near.flatMap((group) => [...group.names]), ...names]),
    }
    groups = [...apart, joined]
  }
  return groups.map((group) => group.patterns)
}

function sizeOf(pattern: Quad, triples: Triples): number {
  let size = 0
  for (const _ of find(pattern, new Map(), triples)) if (++size === manyTriples) break
  return size
}

const isVariable = ({ termType }: Term): boolean => termType === 'Variable'
const variablesOf = (pattern: Quad): string[] =>
  positions
    .map((position) => pattern[position] as Term)
    .filter(isVariable)
    .map(({ value }) => value)
const openIn = (pattern: Quad, mapping: Mapping): number =>
  variablesOf(pattern).filter((name) => !mapping.has(name)).length
const termOf = (term: Term, mapping: Mapping): Term | undefined =>
  isVariable(term) ? mapping.get(term.value) : term
