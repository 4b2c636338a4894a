import { JsonLdParser } from 'jsonld-streaming-parser'
import { contextOf } from './contexts.ts'
import { type Fault, namedGraph } from './fault.ts'

/** JSON first, then JSON-LD; its contexts are in the document, or are those that the server has: none is fetched. */
export async function checkJsonLd(text: string, baseIRI: string): Promise<Fault | undefined> {
  const fault = tooDeep(text) ? deep : jsonFault(text)
  if (fault) return fault
  return new Promise((done) => {
    let named: Fault | undefined
    const documentLoader = {
      load: async (url: string) => contextOf(url) as never,
    }
    new JsonLdParser({ baseIRI, documentLoader })
      .on('data', ({ graph }) => {
        if (graph.termType !== 'DefaultGraph') named = namedGraph
      })
      .on('error', ({ message }) => done({ line: undefined, reason: message }))
      .on('end', () => done(named))
      .end(text)
  })
}

const maxDepth = 100
const deep: Fault = { line: undefined, reason: `it is nested more than ${maxDepth} deep` }

/** Its cost grows with the square of its depth. */
function tooDeep(text: string): boolean {
  let depth = 0
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (mark === '[' || mark === '{') depth += 1
    else if (mark === ']' || mark === '}') depth -= 1
    if (depth > maxDepth) return true
  }
  return false
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
