import type { Quad } from 'n3'
import { validate } from '#vocab/validate'
import type { PodDocument } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { nameIn } from './own-fragments.ts'

/**
 * Checks one document against the shapes.
 *
 * @throws ConnectorError `nonconforming`, with the line of the record at fault and the name of the property.
 */
export async function assertConforms(document: PodDocument, quads: readonly Quad[]): Promise<void> {
  const { conforms, problems } = await validate(quads)
  if (conforms) return
  const [problem] = problems
  throw new ConnectorError('nonconforming', {
    line: document.nodes.find((node) => node.iri === problem?.focus)?.line,
    field: nameIn(problem?.path ?? '') || undefined,
  })
}
