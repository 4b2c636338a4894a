import { ConnectorError } from '../../errors.ts'
import type { Budget } from './Budget.ts'
import type { PdfObject } from './Document.ts'
import { fail, Reader } from './Reader.ts'
import { isDict, isList, nameIn, type PdfDict, type PdfValue } from './values.ts'

/** Where an object is: at an offset of the file, or in a compressed stream with others. */
export type Place = { readonly offset: number } | { readonly group: number; readonly index: number }

export interface CrossReferences {
  readonly trailer: PdfDict
  readonly places: ReadonlyMap<number, Place>
}

interface Objects {
  objectAt(offset: number): PdfObject
  streamBytes(object: PdfObject): Uint8Array
}

const maxSections = 100
const tailBytes = 2048

/**
 * The cross-reference sections of a file, from the last to the first (ISO 32000-1 §7.5.4, §7.5.8): what a later one says holds.
 *
 * @throws ConnectorError `malformed`, `protected`.
 */
export function readCrossReferences(bytes: Uint8Array, budget: Budget, objects: Objects): CrossReferences {
  const places = new Map<number, Place | undefined>()
  const seen = new Set<number>()
  const waiting = [startOf(bytes, budget)]
  let trailer: PdfDict | undefined
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset) || seen.size >= maxSections) fail()
    seen.add(offset)
    const add = (number: number, place: Place | undefined): void => {
      budget.spendValue()
      if (!places.has(number)) places.set(number, place)
    }
    const dict = readSection(bytes, offset, budget, objects, add)
    if (dict.has('Encrypt')) throw new ConnectorError('protected')
    trailer ??= dict
    for (const key of ['XRefStm', 'Prev']) {
      const next = dict.get(key)
      if (typeof next === 'number') waiting.push(next)
    }
  }
  const found = [...places].filter((entry): entry is [number, Place] => entry[1] !== undefined)
  return { trailer: trailer ?? fail(), places: new Map(found) }
}

type Add = (number: number, place: Place | undefined) => void

function startOf(bytes: Uint8Array, budget: Budget): number {
  const from = Math.max(0, bytes.length - tailBytes)
  const tail = String.fromCharCode(...bytes.subarray(from))
  const at = tail.lastIndexOf('startxref')
  if (at < 0) throw new ConnectorError('truncated')
  const reader = new Reader(bytes, budget, from + at)
  reader.expect('startxref')
  return reader.integer()
}

function readSection(bytes: Uint8Array, offset: number, budget: Budget, objects: Objects, add: Add): PdfDict {
  const reader = new Reader(bytes, budget, offset)
  if (reader.word() !== 'xref') return readStream(objects.objectAt(offset), objects, add)
  for (let word = reader.word(); word !== 'trailer'; word = reader.word()) {
    if (!/^\d{1,10}$/.test(word)) fail()
    budget.spendValue()
    const count = reader.integer()
    for (let at = 0; at < count; at += 1) {
      const place = { offset: reader.integer() }
      reader.integer()
      const kind = reader.word()
      if (kind !== 'n' && kind !== 'f') fail()
      add(Number(word) + at, kind === 'n' ? place : undefined)
    }
  }
  const dict = reader.value()
  return isDict(dict) ? dict : fail()
}

function readStream(object: PdfObject, objects: Objects, add: Add): PdfDict {
  const { value: dict } = object
  if (!isDict(dict) || nameIn(dict, 'Type') !== 'XRef') return fail()
  if (dict.has('Encrypt')) throw new ConnectorError('protected')
  const bytes = objects.streamBytes(object)
  const [kindWidth = 0, firstWidth = 0, secondWidth = 0] = integers(dict.get('W'))
  const width = kindWidth + firstWidth + secondWidth
  if (width < 1 || width > 24) fail()
  const size = dict.get('Size')
  const index = dict.has('Index')
    ? integers(dict.get('Index'))
    : [0, typeof size === 'number' ? size : fail()]
  let at = 0
  const field = (length: number): number => {
    let number = 0
    for (const end = at + length; at < end; at += 1) number = number * 256 + (bytes[at] ?? 0)
    return number
  }
  for (let pair = 0; pair < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2)
    for (let number = first; number < first + count && at + width <= bytes.length; number += 1) {
      const kind = kindWidth === 0 ? 1 : field(kindWidth)
      const [one, two] = [field(firstWidth), field(secondWidth)]
      add(number, kind === 1 ? { offset: one } : kind === 2 ? { group: one, index: two } : undefined)
    }
  }
  return dict
}

function integers(value: PdfValue | undefined): number[] {
  if (!isList(value)) return fail()
  return value.map((it) => (typeof it === 'number' && Number.isInteger(it) && it >= 0 ? it : fail()))
}
