import type { Quad, Term } from '@rdfjs/types'
import type { Fault } from './fault.ts'

/** Characters of an IRI at most, of a base or a prefix too. */
export const maxIri = 4096

export const longIri: Fault = {
  line: undefined,
  reason: `it has an IRI, a base or a prefix of more than ${maxIri} characters`,
}
const largeOutside: Fault = {
  line: undefined,
  reason: 'written out, its terms are many times longer than the document: shorten its base and its prefixes',
}

/** A term may be written short and be long: of a compact document of Turtle they come to some ten times its length. */
const maxTimes = 16
const alwaysAllowed = 1024 * 1024
const mostAllowed = 128 * 1024 * 1024

/**
 * What comes out of a document, triple by triple, within bounds that follow its length: whoever reads it later, in
 * another type or to patch it, has no more to do than that.
 */
export class Bounds {
  private left: number

  /** `length` of the document in characters. */
  constructor(length: number) {
    this.left = Math.min(length * maxTimes + alwaysAllowed, mostAllowed)
  }

  /** @returns the fault of a document to which this triple is one too many, or too long. */
  add({ subject, predicate, object }: Quad): Fault | undefined {
    const datatype = object.termType === 'Literal' ? object.datatype : undefined
    for (const term of [subject, predicate, object, datatype]) if (term && isLongIri(term)) return longIri
    const length = subject.value.length + predicate.value.length + object.value.length
    return this.spend(length + (datatype?.value.length ?? 0))
  }

  /** As `add`, for characters that are gone through and do not come out. */
  spend(characters: number): Fault | undefined {
    this.left -= characters
    return this.left < 0 ? largeOutside : undefined
  }
}

const isLongIri = ({ termType, value }: Term): boolean => termType === 'NamedNode' && value.length > maxIri
