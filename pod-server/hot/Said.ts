import type { Quad, Term } from '@rdfjs/types'
import type { Existing } from '../additions/addition.ts'

/** Triples, found by what they say; what lies below is said too, and stays as it is. */
export class Said implements Existing {
  private readonly below: Existing | undefined
  private readonly triples = new Set<string>()
  private readonly subjects = new Set<string>()

  constructor(below?: Existing) {
    this.below = below
  }

  has(quad: Quad): boolean {
    return this.triples.has(nameOf(quad)) || this.below?.has(quad) === true
  }

  speaksOf(subject: Quad['subject']): boolean {
    return this.subjects.has(idOf(subject)) || this.below?.speaksOf(subject) === true
  }

  add(quad: Quad): void {
    this.triples.add(nameOf(quad))
    this.subjects.add(idOf(quad.subject))
  }
}

const nameOf = ({ subject, predicate, object }: Quad): string =>
  `${idOf(subject)} ${predicate.value} ${idOf(object)}`

/** What n3 tells a term by: an IRI, `_:label`, or a literal with its language or type. */
const idOf = (term: Term): string => (term as unknown as { readonly id: string }).id
