import type { Quad } from '@rdfjs/types'

/** The parsed body of an N3 Patch (Solid Protocol §5.3.1), as CSS's parser hands it on. */
export interface N3Patch {
  readonly deletes: readonly Quad[]
  readonly inserts: readonly Quad[]
  readonly conditions: readonly Quad[]
}

/** The parsed patch, or undefined for a body of another kind. */
export function n3Patch(body: object): N3Patch | undefined {
  const { deletes, inserts, conditions } = body as Partial<N3Patch>
  return Array.isArray(deletes) && Array.isArray(inserts) && Array.isArray(conditions)
    ? { deletes, inserts, conditions }
    : undefined
}
