import { createRequire } from 'node:module'
import type * as n3 from 'n3'
import { checkJsonLd } from './check-json-ld.ts'
import { checkRdfXml } from './check-rdf-xml.ts'
import { type Fault, namedGraph } from './fault.ts'

/** Of n3 the very copy that CSS reads with: what passes here is read there. */
const { Parser } = createRequire(createRequire(import.meta.url).resolve('@solid/community-server'))(
  'n3',
) as typeof n3

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
    return checks[type]?.(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), baseIRI)
  } catch {
    return { line: undefined, reason: 'it is not UTF-8' }
  }
}

function checkTurtle(format: string): Check {
  return (text, baseIRI) =>
    new Promise((done) => {
      let fault: Fault | undefined
      // With a callback the parser keeps none of what it finds.
      new Parser({ format, baseIRI }).parse(text, (error, quad) => {
        if (error) {
          const { message, context } = error as Error & { context?: { line?: number } }
          done({ line: context?.line, reason: message.replace(/ on line \d+\.?$/, '') })
        } else if (!quad) done(fault)
        else fault ??= faultOf(quad)
      })
    })
}

/** What a parser takes and a document of triples does not. */
function faultOf({ subject, object, graph }: n3.Quad): Fault | undefined {
  if (graph.termType !== 'DefaultGraph') return namedGraph
  for (const { termType } of [subject, object] as { termType: string }[]) {
    if (termType === 'Quad')
      return { line: undefined, reason: 'it has a quoted triple, which is no term here' }
    if (termType === 'Variable') return { line: undefined, reason: 'it has a variable, which says nothing' }
  }
  return undefined
}
