import { Parser } from 'n3'
import { checkJsonLd } from './check-json-ld.ts'
import { checkRdfXml } from './check-rdf-xml.ts'
import { type Fault, namedGraph } from './fault.ts'

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

/** Reads a document from end to end and keeps nothing of it. Pure. */
export async function check(bytes: Uint8Array, type: string, baseIRI: string): Promise<Fault | undefined> {
  try {
    return checks[type]?.(new TextDecoder('utf-8', { fatal: true }).decode(bytes), baseIRI)
  } catch {
    return { line: undefined, reason: 'it is not UTF-8' }
  }
}

function checkTurtle(format: string): Check {
  return (text, baseIRI) =>
    new Promise((done) => {
      let named: Fault | undefined
      // With a callback the parser keeps none of what it finds.
      new Parser({ format, baseIRI }).parse(text, (error, quad) => {
        if (error) {
          const { message, context } = error as Error & { context?: { line?: number } }
          done({ line: context?.line, reason: message.replace(/ on line \d+\.?$/, '') })
        } else if (!quad) done(named)
        else if (quad.graph.termType !== 'DefaultGraph') named = namedGraph
      })
    })
}
