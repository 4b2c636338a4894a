import { Parser } from 'n3'
import { checkJsonLd } from './check-json-ld.ts'
import { type Fault, namedGraph } from './fault.ts'

const formats = new Map([
  ['text/turtle', 'text/turtle'],
  ['application/n-triples', 'application/n-triples'],
  ['application/trig', 'application/trig'],
  ['application/n-quads', 'application/n-quads'],
  ['text/n3', 'text/n3'],
])

/** The media types that `check` knows. */
export const isChecked = (type: string): boolean => formats.has(type) || type === 'application/ld+json'

/** Reads a document from end to end and keeps nothing of it. Pure. */
export async function check(bytes: Uint8Array, type: string, baseIRI: string): Promise<Fault | undefined> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { line: undefined, reason: 'it is not UTF-8' }
  }
  return type === 'application/ld+json'
    ? checkJsonLd(text, baseIRI)
    : checkTurtle(text, formats.get(type) ?? type, baseIRI)
}

function checkTurtle(text: string, format: string, baseIRI: string): Promise<Fault | undefined> {
  return new Promise((done) => {
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
