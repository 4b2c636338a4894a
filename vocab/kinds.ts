import { DataFactory, type Literal, type NamedNode } from 'n3'
import { decimal, numberOf } from './decimal.ts'
import type { Term } from './graph.ts'
import { cents, decimalText, isCents } from './money.ts'
import { XSD } from './namespaces.ts'

/** How one sort of value stands in RDF and in code. */
export interface Kind<T> {
  /** The value of a term, or undefined when the term is not of this kind. */
  read(term: Term): T | undefined
  /** The term of a value for which `is` holds. */
  write(value: T): Literal | NamedNode
  is(value: unknown): value is T
}

/** What SHACL asks of a literal's text. */
export interface Facets {
  readonly pattern?: RegExp
  readonly minLength?: number
  readonly maxLength?: number
}

/** A plain string. */
/* @__NO_SIDE_EFFECTS__ */
export function text(facets: Facets = {}): Kind<string> {
  return typed(`${XSD}string`, facets)
}

/** A literal whose text is its value in code: days, instants in UTC, durations. */
/* @__NO_SIDE_EFFECTS__ */
export function typed(datatype: string, facets: Facets = {}): Kind<string> {
  const type = DataFactory.namedNode(datatype)
  const is = (value: unknown): value is string => typeof value === 'string' && fits(value, facets)
  return {
    read: (term) => (isLiteral(term, datatype) && is(term.value) ? term.value : undefined),
    write: (value) => DataFactory.literal(value, type),
    is,
  }
}

/** A decimal that code holds as an integer number of cents. */
/* @__NO_SIDE_EFFECTS__ */
export function amount(facets: Facets = {}): Kind<number> {
  const is = (value: unknown): value is number => isCents(value) && fits(decimalText(value), facets)
  return {
    read: (term) =>
      isLiteral(term, DECIMAL) && fits(term.value, facets) ? valid(cents, term.value) : undefined,
    write: (value) => DataFactory.literal(decimalText(value), DECIMAL_TYPE),
    is,
  }
}

/** A decimal that code holds as a number; written with at most three decimals. */
/* @__NO_SIDE_EFFECTS__ */
export function number(facets: Facets = {}): Kind<number> {
  const is = (value: unknown): value is number => {
    const written = typeof value === 'number' ? valid(decimal, value) : undefined
    return written !== undefined && fits(written, facets)
  }
  return {
    read: (term) =>
      isLiteral(term, DECIMAL) && fits(term.value, facets) ? valid(numberOf, term.value) : undefined,
    write: (value) => DataFactory.literal(decimal(value), DECIMAL_TYPE),
    is,
  }
}

/** One of a few words. */
/* @__NO_SIDE_EFFECTS__ */
export function choice<const T extends string>(words: readonly T[]): Kind<T> {
  const is = (value: unknown): value is T => words.some((word) => word === value)
  return {
    read: (term) => (isLiteral(term, `${XSD}string`) && is(term.value) ? term.value : undefined),
    write: (value) => DataFactory.literal(value),
    is,
  }
}

/** An absolute IRI, or one of a few. */
export const iri: Kind<string> = {
  read: (term) => (term.termType === 'NamedNode' ? term.value : undefined),
  write: (value) => DataFactory.namedNode(value),
  is: (value): value is string => typeof value === 'string' && ABSOLUTE_IRI.test(value),
}

/* @__NO_SIDE_EFFECTS__ */
export function iriChoice<const T extends string>(iris: readonly T[]): Kind<T> {
  const is = (value: unknown): value is T => iris.some((one) => one === value)
  return {
    read: (term) => (term.termType === 'NamedNode' && is(term.value) ? term.value : undefined),
    write: (value) => DataFactory.namedNode(value),
    is,
  }
}

const DECIMAL = `${XSD}decimal`
const DECIMAL_TYPE = DataFactory.namedNode(DECIMAL)
const ABSOLUTE_IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i

function isLiteral(term: Term, datatype: string): boolean {
  return term.termType === 'Literal' && term.datatype?.value === datatype
}

function fits(value: string, { pattern, minLength = 0, maxLength = Infinity }: Facets): boolean {
  return value.length >= minLength && value.length <= maxLength && (!pattern || pattern.test(value))
}

function valid<I, O>(convert: (input: I) => O, input: I): O | undefined {
  try {
    return convert(input)
  } catch {
    return undefined
  }
}
