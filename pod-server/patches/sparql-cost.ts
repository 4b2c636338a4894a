import type { Quad } from '@rdfjs/types'
import type { Bilingual } from '../bilingual.ts'
import { Bounds } from '../storage/rdf/bounds.ts'
import type { Triples } from './where.ts'

/** The algebra of an update, as far as CSS takes it. */
export interface Update {
  readonly type: string
  readonly updates?: readonly Update[]
  readonly delete?: readonly Quad[]
  readonly insert?: readonly Quad[]
  readonly where?: { readonly type: string; readonly patterns?: readonly Quad[] }
}

/** Mappings that a WHERE may have at most, were each match of a pattern to go with each of the others. */
const maxMappings = 10_000

const severalParts: Bilingual = {
  fr: 'Cette mise à jour a plusieurs parties, dont un WHERE à variables : envoyez-les une à une.',
  en: 'This update has several parts, and a WHERE with variables among them: send them one by one.',
}
const longTerms: Bilingual = {
  fr: 'Les termes de cette mise à jour, écrits en entier, sont trop longs : raccourcissez ses préfixes.',
  en: 'The terms of this update, written out, are too long: shorten its prefixes.',
}

const nothing: Bilingual = {
  fr: 'Cette mise à jour n’ajoute et n’enlève rien.',
  en: 'This update neither inserts nor deletes anything.',
}

/** @returns what is wrong with an update of this length whatever the document, in words for whoever sent it. */
export function faultOfUpdate(update: Update, length: number): Bilingual | undefined {
  const parts = partsOf(update)
  if (parts.every(asksNothing)) return nothing
  if (parts.length > 1 && parts.some((part) => openPatterns(part).length > 0)) return severalParts
  const bounds = new Bounds(length)
  for (const part of parts)
    for (const quad of [...(part.delete ?? []), ...(part.insert ?? []), ...(part.where?.patterns ?? [])]) {
      const fault = bounds.add(quad)
      if (fault) return longTerms
    }
  return undefined
}

/** Whether the WHERE of an update may match a document too often to be looked for: its engine does not stop. */
export function matchesTooOften(update: Update, triples: Triples): boolean {
  let mappings = 1
  for (const { subject, predicate, object } of partsOf(update).flatMap(openPatterns)) {
    const [s, p, o] = [subject, predicate, object].map((term) => (term.termType === 'Variable' ? null : term))
    let matches = 0
    for (const _ of triples.readQuads(s ?? null, p ?? null, o ?? null, null))
      if (++matches * mappings > maxMappings) return true
    // Without a match there is no mapping, and no more to look for.
    if (matches === 0) return false
    mappings *= matches
  }
  return false
}

const partsOf = (update: Update): readonly Update[] => update.updates?.flatMap(partsOf) ?? [update]

/** What asks nothing needs no leave, and is no write: nobody would have decided it. Of other operations CSS says what they are. */
const asksNothing = ({ type, insert = [], delete: deleted = [] }: Update): boolean =>
  type === 'nop' || (type === 'deleteinsert' && insert.length + deleted.length === 0)

const openPatterns = ({ where }: Update): readonly Quad[] =>
  (where?.patterns ?? []).filter(({ subject, predicate, object }) =>
    [subject, predicate, object].some(({ termType }) => termType === 'Variable'),
  )
