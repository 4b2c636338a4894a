import { EventEmitter } from 'node:events'
import type { Quad } from '@rdfjs/types'
import { Bounds, longIri, maxIri } from './bounds.ts'
import type { Fault } from './fault.ts'
import { Parser } from './n3-of-css.ts'

/** Brackets in brackets. In N3 each of them is looked through for each name in it. */
const maxDepth = 100
/** n3 tries a number that is none from each of its digits. */
const maxDigits = 1024

const deep: Fault = { line: undefined, reason: `it is nested more than ${maxDepth} deep` }
const longNumber: Fault = { line: undefined, reason: `it has more than ${maxDigits} digits in a row` }

const unreadable: Fault = { line: undefined, reason: 'it cannot be read: is each IRI one?' }

/** What n3 does where nobody is told of it. */
interface Inside {
  readonly _contextStack: readonly unknown[]
  _setBase: (iri: string) => void
  _saveContext: (...context: unknown[]) => void
  _removeDotSegments: (iri: string) => string
}

class Stop extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.reason)
    this.fault = fault
  }
}

/**
 * Reads a document of the Turtle family, within bounds, and keeps nothing of it.
 *
 * @param onTriple is given each triple; the document is read no further once it returns a fault.
 * @param onPrefix is given each prefix as it is declared.
 * @returns the first fault.
 */
export function readTurtle(
  text: string,
  format: string,
  baseIRI: string,
  onTriple: (quad: Quad) => Fault | undefined,
  onPrefix?: (name: string, iri: string) => void,
): Fault | undefined {
  if (hasLongNumber(text)) return longNumber
  const bounds = new Bounds(text.length)
  const parser = new Parser({ format, baseIRI })
  bind(parser as unknown as Inside, bounds)
  const input = new EventEmitter()
  let ended: Fault | undefined
  try {
    parser.parse(
      input,
      (error, quad) => {
        if (error) ended = faultOf(error)
        // Of an empty formula n3 gives a triple without terms.
        else if (quad) stopFor((quad.predicate ? bounds.add(quad) : undefined) ?? onTriple(quad))
      },
      (name, { value }) => {
        stopFor(value.length > maxIri ? longIri : undefined)
        onPrefix?.(name, value)
      },
    )
    // All at once, and yet as a stream: what is thrown on the way stops it.
    input.emit('data', text)
    input.emit('end')
    return ended
  } catch (error) {
    if (error instanceof Stop) return error.fault
    // n3 trips over some of what it refuses: a prefix that is no IRI.
    return ended ?? unreadable
  }
}

/** What has a cost and gives no triple. */
function bind(parser: Inside, bounds: Bounds): void {
  const { _setBase: setBase, _saveContext: saveContext, _removeDotSegments: removeDotSegments } = parser
  parser._setBase = (iri) => {
    stopFor(iri.length > maxIri ? longIri : undefined)
    setBase.call(parser, iri)
  }
  parser._saveContext = (...context) => {
    stopFor(parser._contextStack.length >= maxDepth ? deep : undefined)
    saveContext.apply(parser, context)
  }
  parser._removeDotSegments = (iri) => {
    stopFor(iri.includes('/.') ? bounds.spend(iri.length) : undefined)
    return removeDotSegments.call(parser, iri)
  }
}

function stopFor(fault: Fault | undefined): void {
  if (fault) throw new Stop(fault)
}

function faultOf(error: Error & { context?: { line?: number } }): Fault {
  return { line: error.context?.line, reason: error.message.replace(/ on line \d+\.?$/, '') }
}

function hasLongNumber(text: string): boolean {
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    digits = code >= 48 && code <= 57 ? digits + 1 : 0
    if (digits > maxDigits) return true
  }
  return false
}
