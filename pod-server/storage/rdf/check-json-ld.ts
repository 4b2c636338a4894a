import { JsonLdParser } from 'jsonld-streaming-parser'
import { type Fault, namedGraph } from './fault.ts'

/** JSON first, then JSON-LD, as far as its contexts are in the document: none is fetched. */
export async function checkJsonLd(text: string, baseIRI: string): Promise<Fault | undefined> {
  const fault = jsonFault(text)
  if (fault) return fault
  return new Promise((done) => {
    let elsewhere = false
    let named: Fault | undefined
    const documentLoader = {
      load(): never {
        elsewhere = true
        throw new Error('not fetched')
      },
    }
    new JsonLdParser({ baseIRI, documentLoader })
      .on('data', ({ graph }) => {
        if (graph.termType !== 'DefaultGraph') named = namedGraph
      })
      .on('error', ({ message }) => done(elsewhere ? named : { line: undefined, reason: message }))
      .on('end', () => done(named))
      .end(text)
  })
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
