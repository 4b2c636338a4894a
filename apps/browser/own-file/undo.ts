import type { Quad } from 'n3'
import { PROV } from '#vocab/namespaces'
import { turtle } from '../../../connectors/runner/patch.ts'
import { statedBy, valuesOf } from './difference.ts'

/** What undoing an import does to a document. */
export interface Undo {
  /** Records that it takes away. */
  readonly removed: number
  /** The N3 Patch that takes them away; `undefined` where nothing of the document would be left, or the import is not in it. */
  readonly patch: string | undefined
  readonly isAll: boolean
}

/** Takes away what a run states and no other does, and the run. Pure. */
export function undoOf(quads: readonly Quad[], runIri: string): Undo {
  const others = statedBy(quads, runIri)
  const own = valuesOf(quads, runIri, `${PROV}generated`).filter((iri) => !others.has(iri))
  const gone = new Set([...own, runIri])
  const deleted = quads.filter(({ subject }) => gone.has(subject.value))
  const removed = new Set(deleted.map(({ subject }) => subject.value)).size - (deleted.length > 0 ? 1 : 0)
  if (deleted.length === 0) return { removed: 0, patch: undefined, isAll: false }
  if (deleted.length === quads.length) return { removed, patch: undefined, isAll: true }
  return { removed, patch: deletePatch(deleted), isAll: false }
}

/** Solid Protocol §5.3.1. */
function deletePatch(quads: readonly Quad[]): string {
  const [, head = '', body = ''] = /^((?:@prefix [^\n]*\n)*)([\s\S]*)$/.exec(turtle(quads)) ?? []
  return `@prefix solid: <http://www.w3.org/ns/solid/terms#>.
${head}<> a solid:InsertDeletePatch; solid:deletes {
${body}}.
`
}
