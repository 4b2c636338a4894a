import { type Quad, Writer } from 'n3'
import { PROV, QUDT, SCHEMA, SOSA, TB, UNIT, XSD } from '#vocab/namespaces'
import { ConnectorError } from '../errors.ts'

/** The pod refuses larger ones. */
export const maxPatchBytes = 1024 * 1024

const prefixes = { tb: TB, schema: SCHEMA, sosa: SOSA, qudt: QUDT, unit: UNIT, prov: PROV, xsd: XSD }

/** The document as Turtle, for people and for fixtures. */
export function turtle(quads: Iterable<Quad>): string {
  let text = ''
  const writer = new Writer({ prefixes })
  writer.addQuads([...quads])
  writer.end((_error, result: string) => {
    text = result
  })
  return text
}

/**
 * An insert-only N3 Patch (Solid Protocol §5.3.1): what a writer with `acl:Append` alone may send.
 *
 * @throws ConnectorError `document-too-large`.
 */
export function insertPatch(quads: Iterable<Quad>): string {
  const [, head = '', body = ''] = /^((?:@prefix [^\n]*\n)*)([\s\S]*)$/.exec(turtle(quads)) ?? []
  const patch = `@prefix solid: <http://www.w3.org/ns/solid/terms#>.
${head}<> a solid:InsertDeletePatch; solid:inserts {
${body}}.
`
  if (new TextEncoder().encode(patch).length > maxPatchBytes)
    throw new ConnectorError('document-too-large', { limit: '1 MiB' })
  return patch
}
