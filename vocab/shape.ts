import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3'
import { VocabError } from './errors.ts'
import type { Node, Term } from './graph.ts'
import type { Kind } from './kinds.ts'
import { RDF } from './namespaces.ts'

/** One field of a record: where it stands in RDF and how often. `undefined` from `read` means that it does not conform. */
export interface Field<T> {
  readonly path: string
  read(terms: readonly Term[]): { readonly value: T | undefined } | undefined
  terms(value: T): (Literal | NamedNode)[]
  is(value: unknown): value is T
}

/** A field for each property of T; an optional property has an optional field. */
export type Fields<T> = { readonly [K in keyof T]-?: Field<Exclude<T[K], undefined>> }

/** The three things that code does with a shape. */
export interface Shape<T> {
  read(node: Node): T | undefined
  write(value: T, subject: string): Quad[]
  is(value: unknown): value is T
}

/** Exactly one value. */
/* @__NO_SIDE_EFFECTS__ */
export function one<T>(path: string, kind: Kind<T>): Field<T> {
  return {
    path,
    read: (terms) => (terms.length === 1 ? single(terms, kind) : undefined),
    terms: (value) => [kind.write(value)],
    is: kind.is,
  }
}

/** One value or none. */
/* @__NO_SIDE_EFFECTS__ */
export function optional<T>(path: string, kind: Kind<T>): Field<T> {
  const required = one(path, kind)
  return {
    ...required,
    read: (terms) => (terms.length === 0 ? ABSENT : required.read(terms)),
    is: (value): value is T => value === undefined || kind.is(value),
  }
}

/** A list without order, of at least `min` different values. */
/* @__NO_SIDE_EFFECTS__ */
export function many<T>(path: string, kind: Kind<T>, min = 0): Field<readonly T[]> {
  return {
    path,
    read: (terms) => {
      const values = terms.map((term) => kind.read(term)).filter((value) => value !== undefined)
      return values.length === terms.length && values.length >= min ? { value: values } : undefined
    },
    terms: (values) => [...new Set(values)].map((value) => kind.write(value)),
    is: (values): values is readonly T[] =>
      Array.isArray(values) && new Set(values).size >= min && values.every((value) => kind.is(value)),
  }
}

/** The reader, writer and guard of the nodes that have all of `types`. */
/* @__NO_SIDE_EFFECTS__ */
export function shape<T extends object>(types: readonly string[], fields: Fields<T>): Shape<T> {
  const entries = Object.entries<Field<unknown>>(fields)
  return {
    read(node) {
      const said = node.values(TYPE)
      if (!types.every((type) => said.some((term) => term.value === type))) return undefined
      const record: Record<string, unknown> = {}
      for (const [name, field] of entries) {
        const found = field.read(node.values(field.path))
        if (!found) return undefined
        if (found.value !== undefined) record[name] = found.value
      }
      return record as T
    },
    write(record, subject) {
      const node = DataFactory.namedNode(subject)
      const quads = types.map((type) => DataFactory.quad(node, TYPE_NODE, DataFactory.namedNode(type)))
      for (const [name, field] of entries) {
        const value = (record as Record<string, unknown>)[name]
        if (!field.is(value))
          throw new VocabError('bad-field', `The field ${name} does not conform to its shape`, name)
        if (value === undefined) continue
        const predicate = DataFactory.namedNode(field.path)
        for (const term of field.terms(value)) quads.push(DataFactory.quad(node, predicate, term))
      }
      return quads
    },
    is: (value): value is T =>
      typeof value === 'object' &&
      value !== null &&
      entries.every(([name, field]) => field.is((value as Record<string, unknown>)[name])),
  }
}

const TYPE = `${RDF}type`
const TYPE_NODE = DataFactory.namedNode(TYPE)
const ABSENT = { value: undefined }

function single<T>(terms: readonly Term[], kind: Kind<T>): { value: T } | undefined {
  const [term] = terms
  const value = term && kind.read(term)
  return value === undefined ? undefined : { value }
}
