import { checkJsonLd } from './check-json-ld.ts'
import { checkRdfXml } from './check-rdf-xml.ts'
import { type Fault, faultOfTriple, shortened } from './fault.ts'
import { readTurtle } from './read-turtle.ts'

type Check = (text: string, baseIRI: string) => Promise<Fault | undefined>

const checks: Readonly<Record<string, Check>> = {
  'text/turtle': checkTurtle('text/turtle'),
  'application/n-triples': checkTurtle('application/n-triples'),
  'application/trig': checkTurtle('application/trig'),
  'application/n-quads': checkTurtle('application/n-quads'),
  'text/n3': checkTurtle('text/n3'),
  'application/ld+json': checkJsonLd,
  'application/rdf+xml': checkRdfXml,
}

/** The media types that `check` knows. */
export const isChecked = (type: string): boolean => Object.hasOwn(checks, type)

/** Reads a document from end to end, or to its first fault, and keeps nothing of it; one that is no RDF has none. Pure. */
export async function check(bytes: Uint8Array, type: string, baseIRI: string): Promise<Fault | undefined> {
  if (!isChecked(type)) return undefined
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { line: undefined, reason: 'it is not UTF-8' }
  }
  const fault = await checks[type]?.(text, baseIRI)
  return fault && { ...fault, reason: shortened(fault.reason) }
}

function checkTurtle(format: string): Check {
  return async (text, baseIRI) => readTurtle(text, format, baseIRI, faultOfTriple)
}
