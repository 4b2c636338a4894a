import { RdfXmlParser } from 'rdfxml-streaming-parser'
import type { Fault } from './fault.ts'

/** RDF/XML has no graphs to name. */
export function checkRdfXml(text: string, baseIRI: string): Promise<Fault | undefined> {
  return new Promise((done) => {
    const parser = new RdfXmlParser({ baseIRI, trackPosition: true })
    parser
      .on('data', () => undefined)
      .on('error', ({ message }: Error) => done(faultOf(message)))
      .on('end', () => done(undefined))
    parser.end(text)
  })
}

/** `Line 2 column 4: …` of the RDF/XML parser, `1:8: …` of the XML parser below it. */
function faultOf(message: string): Fault {
  const [, line, reason] = /^(?:Line )?(\d+)(?: column |:)\d+: (.*)$/s.exec(message) ?? []
  return line && reason ? { line: Number(line), reason } : { line: undefined, reason: message }
}
