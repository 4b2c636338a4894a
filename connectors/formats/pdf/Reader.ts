import { ConnectorError } from '../../errors.ts'
import type { Budget } from './Budget.ts'
import { PdfName, PdfRef, type PdfValue } from './values.ts'

const maxDepth = 32
/** Blanks that cost nothing: those between the entries of a cross-reference table. */
const freeBlanks = 16
const blanks = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map((it) => it.charCodeAt(0)))
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads the objects of a PDF from bytes, one at a time (ISO 32000-1 §7.2, §7.3). Throws ConnectorError `malformed`. */
export class Reader {
  readonly #bytes: Uint8Array
  readonly #budget: Budget
  at: number

  constructor(bytes: Uint8Array, budget: Budget, at = 0) {
    this.#bytes = bytes
    this.#budget = budget
    this.at = at
  }

  /** A word up to the next blank or delimiter; empty before a delimiter or at the end. */
  word(): string {
    this.skip()
    let text = ''
    for (let byte = this.#next(); !this.#isEnd(byte); byte = this.#next()) {
      text += String.fromCharCode(byte)
      if (text.length > 64) fail()
      this.at += 1
    }
    return text
  }

  integer(): number {
    const word = this.word()
    return /^\d{1,15}$/.test(word) ? Number(word) : fail()
  }

  expect(word: string): void {
    if (this.word() !== word) fail()
  }

  /** Past blanks and comments. */
  skip(): void {
    const start = this.at
    while (this.at < this.#bytes.length) {
      const byte = this.#next()
      if (byte === 37) while (this.at < this.#bytes.length && !isLineEnd(this.#next())) this.at += 1
      else if (blanks.has(byte)) this.at += 1
      else break
    }
    if (this.at - start > freeBlanks) this.#budget.spendBytes(this.at - start)
  }

  value(depth = 0): PdfValue {
    if (depth > maxDepth) fail()
    this.#budget.spendValue()
    this.skip()
    const start = this.at
    const value = this.#value(depth)
    // What holds others has been paid for by them.
    if (typeof value === 'string' || value instanceof PdfName) this.#budget.spendBytes(this.at - start)
    return value
  }

  #value(depth: number): PdfValue {
    const char = String.fromCharCode(this.#next())
    if (char === '<') return this.#char(1) === '<' ? this.#dict(depth) : this.#hexString()
    if (char === '(') return this.#literalString()
    if (char === '[') return this.#list(depth)
    if (char === '/') return this.#name()
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) fail()
    return this.#reference(word) ?? Number(word)
  }

  /** `12 0 R` when it is one; else the reader stays after the first number. */
  #reference(word: string): PdfRef | undefined {
    if (!/^\d{1,10}$/.test(word)) return undefined
    const { at } = this
    if (/^\d{1,5}$/.test(this.word()) && this.word() === 'R') return new PdfRef(Number(word))
    this.at = at
    return undefined
  }

  #dict(depth: number): PdfValue {
    const dict = new Map<string, PdfValue>()
    this.at += 2
    while (true) {
      this.skip()
      if (this.#char() === '>' && this.#char(1) === '>') break
      if (this.#char() !== '/') fail()
      const key = this.#name().text
      dict.set(key, this.value(depth + 1))
    }
    this.at += 2
    return dict
  }

  #list(depth: number): PdfValue {
    const list: PdfValue[] = []
    this.at += 1
    for (this.skip(); this.#char() !== ']'; this.skip()) list.push(this.value(depth + 1))
    this.at += 1
    return list
  }

  #name(): PdfName {
    this.at += 1
    let text = ''
    for (let byte = this.#next(); !this.#isEnd(byte); byte = this.#next()) {
      text += String.fromCharCode(byte)
      if (text.length > 512) fail()
      this.at += 1
    }
    return new PdfName(text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))))
  }

  #hexString(): string {
    const end = this.#bytes.indexOf(62, this.at)
    if (end < 0 || end - this.at > 65_536) fail()
    const digits = latin1(this.#bytes.subarray(this.at + 1, end)).replace(/\s/g, '')
    if (!/^[0-9a-f]*$/i.test(digits)) fail()
    this.at = end + 1
    const pairs = (digits.length % 2 === 0 ? digits : `${digits}0`).match(/../g) ?? []
    return pairs.map((hex) => String.fromCharCode(parseInt(hex, 16))).join('')
  }

  #literalString(): string {
    let text = ''
    let open = 0
    while (true) {
      if (this.at >= this.#bytes.length || text.length > 65_536) fail()
      const char = this.#char()
      this.at += 1
      if (char === '\\') {
        text += this.#escape()
        continue
      }
      if (char === '(') open += 1
      if (char === ')') open -= 1
      if (open === 0) return text.slice(1)
      text += char
    }
  }

  #escape(): string {
    const [octal] = /^[0-7]{1,3}/.exec(latin1(this.#bytes.subarray(this.at, this.at + 3))) ?? []
    const char = this.#char()
    this.at += octal?.length ?? 1
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 255)
    if (char === '\r' && this.#char() === '\n') this.at += 1
    return char === '\r' || char === '\n' ? '' : (escapes[char] ?? char)
  }

  #next(): number {
    return this.#bytes[this.at] ?? 0
  }

  #char(ahead = 0): string {
    return String.fromCharCode(this.#bytes[this.at + ahead] ?? 0)
  }

  #isEnd(byte: number): boolean {
    return this.at >= this.#bytes.length || blanks.has(byte) || delimiters.has(byte)
  }
}

export function fail(): never {
  throw new ConnectorError('malformed')
}

function isLineEnd(byte: number): boolean {
  return byte === 10 || byte === 13
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
