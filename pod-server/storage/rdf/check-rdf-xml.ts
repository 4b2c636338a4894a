import { RdfXmlParser } from 'rdfxml-streaming-parser'
import type { Fault } from './fault.ts'

/** RDF/XML has no graphs to name. */
export function checkRdfXml(text: string, baseIRI: string): Promise<Fault | undefined> {
  if (mayBecome(text) > maxCharacters)
    return Promise.resolve({ line: undefined, reason: 'its entities make it too large' })
  return new Promise((done) => {
    const parser = new RdfXmlParser({ baseIRI, trackPosition: true })
    parser
      .on('data', () => undefined)
      .on('error', ({ message }: Error) => done(faultOf(message)))
      .on('end', () => {
        // It does not mind a document that is cut; the XML parser below it does, when it is asked.
        parser['saxParser'].close()
        done(undefined)
      })
    parser.end(text)
  })
}

/** Once its entities are in their places: as much as a request may hold. */
const maxCharacters = 32 * 1024 * 1024

/** Characters of a document at most, were each of its references to its longest entity. */
function mayBecome(text: string): number {
  const longest = [...text.matchAll(/<!ENTITY\s+\S+\s+["']([^"']+)["']/g)].reduce(
    (most, [, value = '']) => Math.max(most, value.length),
    0,
  )
  return longest === 0 ? text.length : text.length + longest * (text.split('&').length - 1)
}

/** `Line 2 column 4: …` of the RDF/XML parser, `1:8: …` of the XML parser below it. */
function faultOf(message: string): Fault {
  const [, line, reason] = /^(?:Line )?(\d+)(?: column |:)\d+: (.*)$/s.exec(message) ?? []
  return line && reason ? { line: Number(line), reason } : { line: undefined, reason: message }
}
