import type { Quad } from 'n3'
import { PROV, RDF, TB } from '#vocab/namespaces'
import { insertPatch } from '../../../connectors/runner/patch.ts'

/** A document as a connector planned it. */
export interface Planned {
  readonly runIri: string
  readonly quads: readonly Quad[]
}

/** What an import changes in a document. `patch`: an N3 Patch, where anything is new. Counts are of records. */
export interface Difference {
  readonly added: number
  readonly there: number
  readonly patch: string | undefined
}

const generated = `${PROV}generated`
const type = `${RDF}type`

/**
 * What of a planned document is new beside what stands there already. The run states what is new and what an earlier run
 * has stated: what is there without any run was not brought here, and no undoing may take it away. Nobody promised more
 * of a file that the citizen brings: it is never late. Pure.
 *
 * @throws ConnectorError `document-too-large`
 */
export function differenceOf({ runIri, quads }: Planned, there: readonly Quad[]): Difference {
  const subjects = new Set(there.map(({ subject }) => subject.value))
  const states = statedBy(there)
  const records = valuesOf(quads, runIri, generated)
  const fresh = records.filter((iri) => !subjects.has(iri))
  const counts = { added: fresh.length, there: records.length - fresh.length }
  if (fresh.length === 0) return { ...counts, patch: undefined }
  const said = quads.filter(({ subject, predicate, object }) => {
    if (subject.value !== runIri) return !subjects.has(subject.value)
    if (subjects.has(runIri) || predicate.value === `${TB}expectedWithin`) return false
    return predicate.value !== generated || !subjects.has(object.value) || states.has(object.value)
  })
  return { ...counts, patch: insertPatch(said) }
}

/** The runs of a document. */
export const runsOf = (quads: readonly Quad[]): string[] =>
  quads.flatMap(({ subject, predicate, object }) =>
    predicate.value === type && object.value === `${TB}ImportRun` ? [subject.value] : [],
  )

/** What the runs of a document state, but for one. */
export function statedBy(quads: readonly Quad[], but = ''): Set<string> {
  return new Set(runsOf(quads).flatMap((run) => (run === but ? [] : valuesOf(quads, run, generated))))
}

export const valuesOf = (quads: readonly Quad[], iri: string, predicate: string): string[] =>
  quads.flatMap((quad) =>
    quad.subject.value === iri && quad.predicate.value === predicate ? [quad.object.value] : [],
  )
