import { ConnectorError } from '../../errors.ts'
import { Budget } from './Budget.ts'
import { type Place, readCrossReferences } from './cross-references.ts'
import { inflate } from './inflate.ts'
import { undoPredictor } from './predictor.ts'
import { fail, Reader } from './Reader.ts'
import { isDict, isList, nameIn, type PdfDict, PdfName, PdfRef, type PdfValue } from './values.ts'

const maxStreamBytes = 16 * 1024 * 1024
const maxDepth = 8

export interface PdfObject {
  readonly value: PdfValue
  /** Where the bytes of a stream begin in the file. */
  readonly streamAt?: number
}

/**
 * A PDF file, of which each object is read when it is asked for, within one budget: no page, no image and no script of it is
 * ever looked at.
 */
export class PdfDocument {
  readonly trailer: PdfDict
  readonly #bytes: Uint8Array
  readonly #budget = new Budget()
  #places: ReadonlyMap<number, Place> = new Map()
  readonly #known = new Map<number, PdfObject>()
  readonly #groups = new Map<number, Uint8Array>()
  #depth = 0

  /** @throws ConnectorError `malformed`, `protected`, `unsupported`, `archive-too-large`. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    const { trailer, places } = readCrossReferences(bytes, this.#budget, this)
    this.trailer = trailer
    this.#places = places
  }

  /** The value itself, however many references lead to it. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null
    for (let hops = 0; found instanceof PdfRef; hops += 1) {
      if (hops > maxDepth) fail()
      found = this.object(found).value
    }
    return found
  }

  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value)
    return isDict(found) ? found : undefined
  }

  object({ number }: PdfRef): PdfObject {
    const known = this.#known.get(number)
    if (known !== undefined) return known
    const place = this.#places.get(number)
    if (place === undefined) return { value: null }
    this.#depth += 1
    if (this.#depth > maxDepth) fail()
    const object = 'offset' in place ? this.objectAt(place.offset, number) : this.#grouped(place)
    this.#depth -= 1
    this.#known.set(number, object)
    return object
  }

  /** `12 0 obj …` at an offset (§7.3.10). */
  objectAt(offset: number, number?: number): PdfObject {
    const reader = new Reader(this.#bytes, this.#budget, offset)
    const told = reader.integer()
    reader.integer()
    if (number !== undefined && told !== number) fail()
    reader.expect('obj')
    const value = reader.value()
    if (reader.word() !== 'stream') return { value }
    const [first, second] = [this.#bytes[reader.at], this.#bytes[reader.at + 1]]
    if (first !== 10 && (first !== 13 || second !== 10)) fail()
    return { value, streamAt: reader.at + (first === 13 ? 2 : 1) }
  }

  /** The bytes of a stream, decoded (§7.3.8). */
  streamBytes({ value, streamAt }: PdfObject): Uint8Array {
    if (streamAt === undefined || !isDict(value)) return fail()
    const length = this.resolve(value.get('Length'))
    if (typeof length !== 'number' || length < 0 || streamAt + length > this.#bytes.length) return fail()
    new Reader(this.#bytes, this.#budget, streamAt + length).expect('endstream')
    const coded = this.#bytes.subarray(streamAt, streamAt + length)
    const [filter, ...more] = this.#filters(value)
    if (filter === undefined) return coded
    if (filter !== 'FlateDecode' || more.length > 0)
      throw new ConnectorError('unsupported', { field: 'Filter' })
    const bytes = inflate(coded, maxStreamBytes, this.#budget)
    const told = this.resolve(value.get('DecodeParms'))
    const parameters = this.dict(isList(told) ? told[0] : told)
    const predictor = this.resolve(parameters?.get('Predictor') ?? 1)
    if (predictor === 1) return bytes
    if (typeof predictor !== 'number' || predictor < 10) {
      throw new ConnectorError('unsupported', { field: 'Predictor' })
    }
    return undoPredictor(bytes, Number(this.resolve(parameters?.get('Columns') ?? 1)))
  }

  #filters(dict: PdfDict): string[] {
    const told = this.resolve(dict.get('Filter'))
    const names = isList(told) ? told.map((it) => this.resolve(it)) : told === null ? [] : [told]
    return names.map((name) => (name instanceof PdfName ? name.text : fail()))
  }

  /** An object that stands with others in a compressed stream (§7.5.7). */
  #grouped({ group, index }: { group: number; index: number }): PdfObject {
    const place = this.#places.get(group)
    if (place === undefined || !('offset' in place)) return fail()
    const object = this.object(new PdfRef(group))
    if (!isDict(object.value) || nameIn(object.value, 'Type') !== 'ObjStm') return fail()
    const bytes = this.#groups.get(group) ?? this.streamBytes(object)
    this.#groups.set(group, bytes)
    const first = this.resolve(object.value.get('First'))
    const header = new Reader(bytes, this.#budget)
    let offset = 0
    for (let at = 0; at <= index; at += 1) {
      this.#budget.spendValue()
      header.integer()
      offset = header.integer()
    }
    if (typeof first !== 'number') return fail()
    return { value: new Reader(bytes, this.#budget, first + offset).value() }
  }
}
