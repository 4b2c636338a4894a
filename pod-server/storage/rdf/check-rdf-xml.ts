import { Readable } from 'node:stream'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { Bounds, longIri, maxIri } from './bounds.ts'
import { type Fault, faultOfTriple } from './fault.ts'
import { inPieces } from './pieces.ts'

/** Elements in elements: each looks through those around it for the prefixes in its name. */
const maxDepth = 500

/** RDF/XML has no graphs to name. */
export function checkRdfXml(text: string, baseIRI: string): Promise<Fault | undefined> {
  const fault = faultOfEntities(text) ?? faultOfBases(text)
  if (fault) return Promise.resolve(fault)
  const bounds = new Bounds(text.length)
  const parser = new RdfXmlParser({ baseIRI, trackPosition: true })
  return new Promise((done) => {
    const stop = (wrong: Fault | undefined) => {
      if (!wrong) return
      done(wrong)
      parser.destroy()
    }
    const pieces = inPieces(checkedDepth(text, parser, stop), 'application/rdf+xml')
    parser
      .on('data', (quad) => stop(faultOfTriple(quad) ?? bounds.add(quad)))
      .on('error', ({ message }: Error) => done(faultOf(message)))
      .on('end', () => {
        // It does not mind a document that is cut; the XML parser below it does, when it is asked.
        parser['saxParser'].close()
        done(undefined)
      })
    Readable.from(pieces).pipe(parser)
  })
}

const chunkLength = 16 * 1024

async function* checkedDepth(text: string, parser: RdfXmlParser, stop: (fault: Fault) => void) {
  for (let at = 0; at < text.length; ) {
    let end = at + chunkLength
    // Not between the two halves of a character.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end++
    yield text.slice(at, end)
    at = end
    if (parser['activeTagStack'].length > maxDepth)
      return stop({ line: undefined, reason: `it is nested more than ${maxDepth} deep` })
  }
}

/** How many times its own length a document may have once its entities are in their places; short ones may more. */
const maxTimes = 4
const alwaysAllowed = 64 * 1024

function faultOfEntities(text: string): Fault | undefined {
  const lengths = entitiesOf(text)
  if (lengths.size === 0) return undefined
  let left = text.length * (maxTimes - 1) + alwaysAllowed
  for (const [, name = ''] of text.matchAll(/&([^;&\s]{1,1000});/g)) {
    left -= lengths.get(name) ?? 0
    if (left < 0) return { line: undefined, reason: 'its entities make it too large' }
  }
  return undefined
}

/** All that the parser could find, wherever it begins to look, by name, with the length of the longest. */
function entitiesOf(text: string): Map<string, number> {
  const lengths = new Map<string, number>()
  const entity = /<!ENTITY\s+(\S+)\s+["']([^"']+)["']\s*>/y
  for (let at = text.indexOf('<!ENTITY'); at >= 0; at = text.indexOf('<!ENTITY', at + 1)) {
    entity.lastIndex = at
    const [, name = '', value = ''] = entity.exec(text) ?? []
    lengths.set(name, Math.max(value.length, lengths.get(name) ?? 0))
  }
  return lengths
}

/** Relative to one another they grow. */
function faultOfBases(text: string): Fault | undefined {
  let longest = 0
  let relative = 0
  for (const [, double = '', single = ''] of text.matchAll(/xml:base\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const base = double + single
    if (base.includes('&')) return { line: undefined, reason: 'it has a base that is not written out' }
    if (/^[a-z][a-z0-9+.-]*:/i.test(base)) longest = Math.max(longest, base.length)
    else relative += base.length
    if (longest + relative > maxIri) return longIri
  }
  return undefined
}

/** `Line 2 column 4: …` of the RDF/XML parser, `1:8: …` of the XML parser below it. */
function faultOf(message: string): Fault {
  const [, line, reason] = /^(?:Line )?(\d+)(?: column |:)\d+: (.*)$/s.exec(message) ?? []
  return line && reason ? { line: Number(line), reason } : { line: undefined, reason: message }
}
