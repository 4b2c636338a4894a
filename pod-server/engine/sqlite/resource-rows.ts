import type { Stored } from '../PodEngine.ts'

export const columns = 'path, container, version, modified, type, metadata, size, encoding'

/** Of a resource, but for its bytes. */
export interface ResourceRow extends Omit<Stored, 'isContainer' | 'contentType'> {
  readonly container: number
  readonly type: string | null
}

/** In the order of `columns`. */
export type ResourceFields = [
  string,
  number,
  number,
  number,
  string | null,
  string,
  number,
  Stored['encoding'],
]

export function fromFields(fields: ResourceFields): Stored {
  const [path, container, version, modified, type, metadata, size, encoding] = fields
  return stored({ path, container, version, modified, type, metadata, size, encoding })
}

export function stored({
  path,
  container,
  version,
  modified,
  type,
  metadata,
  size,
  encoding,
}: ResourceRow): Stored {
  return {
    path,
    isContainer: container === 1,
    version,
    modified,
    contentType: type ?? undefined,
    metadata,
    size,
    encoding,
  }
}
