import type { Quad } from '@rdfjs/types'
import { categoryOf } from '#vocab/categories'
import { readConsentGiven, readConsentProcess, readConsentRecord } from '#vocab/generated/consents'
import { Graph } from '#vocab/graph'
import { wholeSpace } from '#vocab/whole-space'
import type { Bilingual } from '../bilingual.ts'
import { readTurtle } from '../storage/rdf/read-turtle.ts'

/** The terms of a consent, as its record says them. */
export interface ReceiptTerms {
  readonly subjects: readonly {
    readonly category: Bilingual
    readonly why: Bilingual
    /** Addresses of what was opened. */
    readonly containers: readonly string[]
  }[]
  /** UTC instant, where it was to end by itself. */
  readonly until?: string
}

/** Reads the record that a receipt holds. Pure; what does not conform in it is left out. */
export function receiptTerms(record: string, turtle: string): ReceiptTerms {
  const quads: Quad[] = []
  readTurtle(turtle, 'text/turtle', record, (quad) => {
    quads.push(quad)
    return undefined
  })
  const graph = new Graph(quads)
  const consent = readConsentRecord(graph.node(record))
  const [given] = (consent?.statuses ?? []).flatMap((it) => readConsentGiven(graph.node(it)) ?? [])
  return {
    subjects: (consent?.processes ?? [])
      .flatMap((it) => readConsentProcess(graph.node(it)) ?? [])
      .map(({ category, toldInFrench, toldInEnglish, containers }) => ({
        category: labelOf(category),
        why: { fr: toldInFrench, en: toldInEnglish },
        containers,
      })),
    ...(given?.until ? { until: given.until } : {}),
  }
}

function labelOf(category: string): Bilingual {
  const known = category === wholeSpace.id ? wholeSpace : categoryOf(category)
  return known?.label ?? { fr: category, en: category }
}
