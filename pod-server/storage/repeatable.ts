import { guardedStreamFrom, type Representation, RepresentationMetadata } from '@solid/community-server'

/**
 * Makes a representation readable again and again: CSS spends its stream and changes its metadata in each attempt.
 * Its bytes have been bounded before.
 *
 * @returns what makes it as it came.
 */
export async function repeatable(representation: Representation | undefined): Promise<() => void> {
  if (!representation) return () => undefined
  const objectMode = representation.data.readableObjectMode
  const chunks: unknown[] = []
  for await (const chunk of representation.data) chunks.push(chunk)
  const metadata = new RepresentationMetadata(representation.metadata)
  return () => {
    Object.assign(representation, {
      data: guardedStreamFrom(chunks as never, { objectMode }),
      metadata: new RepresentationMetadata(metadata),
    })
  }
}
