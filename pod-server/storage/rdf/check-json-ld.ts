import { Readable } from 'node:stream'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { Bounds } from './bounds.ts'
import { contextOf } from './contexts.ts'
import { type Fault, faultOfTriple } from './fault.ts'
import { faultOfContexts, outline } from './json-ld-bounds.ts'
import { inPieces } from './pieces.ts'

const type = 'application/ld+json'

/** JSON first, then JSON-LD; its contexts are in the document, or are those that the server has: none is fetched. */
export async function checkJsonLd(marked: string, baseIRI: string): Promise<Fault | undefined> {
  const text = marked.replace(/^\ufeff/, '')
  const contexts = outline(text)
  if (typeof contexts !== 'number') return contexts
  const fault = jsonFault(text) ?? faultOfContexts(JSON.parse(text), contexts)
  if (fault) return fault
  const bounds = new Bounds(text.length)
  const documentLoader = { load: async (url: string) => contextOf(url) as never }
  const parser = new JsonLdParser({ baseIRI, documentLoader })
  return new Promise((done) => {
    parser
      .on('data', (quad) => {
        const wrong = faultOfTriple(quad) ?? bounds.add(quad)
        if (!wrong) return
        done(wrong)
        parser.destroy()
      })
      .on('error', ({ message }: Error) => done({ line: undefined, reason: message }))
      .on('end', () => done(undefined))
    Readable.from(inPieces(oneChunk(text), type)).pipe(parser)
  })
}

async function* oneChunk(text: string) {
  yield text
}

function jsonFault(text: string): Fault | undefined {
  const error = jsonError(text)
  if (error) return { line: faultyLine(text), reason: 'it is not JSON' }
  return /^\s*[{[]/.test(text) ? undefined : { line: 1, reason: 'JSON-LD is an object or an array of them' }
}

/** The first line whose end is past the fault: what comes before it could still become JSON. */
function faultyLine(text: string): number {
  const lines = text.split('\n')
  let [low, high] = [1, lines.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const start = lines.slice(0, middle).join('\n')
    if (isOnlyCut(start)) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether nothing is wrong with a text but that it ends too early. */
function isOnlyCut(text: string): boolean {
  const message = jsonError(text)?.message
  if (message === undefined || /end of JSON input/.test(message)) return true
  const [, position] = /at position (\d+)/.exec(message) ?? []
  return position !== undefined && Number(position) >= text.length
}

function jsonError(text: string): Error | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return error as Error
  }
}
