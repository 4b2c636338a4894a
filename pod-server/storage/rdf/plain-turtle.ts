import { Bounds, maxIri } from './bounds.ts'

/** What is read with each triple beside its terms: the longest of the types that a short literal has. */
const typeLength = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'.length
const aLength = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'.length
/** A blank node's name, with what a parser puts before it. */
const blankLength = 32
const maxDigits = 300

const space = 1
const name = 2
const digit = 4
const notInIri = 8

/** What an ASCII character may be. */
const kinds = new Uint8Array(128)
const mark = (characters: string, kind: number) => {
  for (const character of characters)
    kinds[character.charCodeAt(0)] = (kinds[character.charCodeAt(0)] ?? 0) | kind
}
mark(' \t\r\n', space)
mark('0123456789', digit | name)
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_', name)
mark('<>"{}|^`\\', notInIri)
for (let code = 0; code <= 0x20; code++) kinds[code] = (kinds[code] ?? 0) | notInIri

const of = (character: string): number => character.charCodeAt(0)
const hash = of('#')
const less = of('<')
const quote = of('"')
const backslash = of('\\')
const dot = of('.')
const comma = of(',')
const semicolon = of(';')
const colon = of(':')
const at = of('@')
const caret = of('^')
const underscore = of('_')
const minus = of('-')
const plus = of('+')
const question = of('?')
const slash = of('/')
const newline = of('\n')
const carriageReturn = of('\r')
const afterBackslash = new Set([...'tbnrf"\'\\'].map(of))

/**
 * Whether a text is plain Turtle (W3C Turtle §6.5): directives, IRIs, names, one-line texts and numbers, within the
 * bounds of `Bounds`. It takes a twentieth of the time of a parser. Pure.
 *
 * @returns false for anything else, which may well be Turtle: brackets, bases, long texts, escapes of characters.
 */
export function isPlainTurtle(text: string, baseIRI: string): boolean {
  return new PlainTurtle(text, baseIRI).isPlain()
}

class PlainTurtle {
  private readonly text: string
  private readonly baseLength: number
  private readonly bounds: Bounds
  /** How long the IRIs of prefixes are. */
  private readonly prefixes = new Map<string, number>()
  private place = 0
  /** Of the term that was read last, written out. */
  private length = 0

  constructor(text: string, baseIRI: string) {
    this.text = text
    this.baseLength = baseIRI.length
    this.bounds = new Bounds(text.length)
  }

  isPlain(): boolean {
    for (this.skip(); this.place < this.text.length; this.skip()) {
      const code = this.code()
      const isRead = code === at ? this.directive() : this.statement()
      if (!isRead) return false
    }
    return true
  }

  /** `@prefix x: <iri> .` */
  private directive(): boolean {
    if (!this.text.startsWith('@prefix', this.place)) return false
    this.place += '@prefix'.length
    if (!this.skip()) return false
    const start = this.place
    if (!this.word() && this.code() !== colon) return false
    const prefix = this.text.slice(start, this.place)
    if (this.code() !== colon) return false
    this.place += 1
    this.skip()
    if (!this.iri()) return false
    this.prefixes.set(prefix, this.length)
    this.skip()
    return this.take(dot)
  }

  private statement(): boolean {
    if (!this.node()) return false
    const subject = this.length
    do {
      this.skip()
      // One too many before the end is allowed; here it is no longer plain.
      if (!this.verb()) return false
      const verb = this.length
      do {
        this.skip()
        if (!this.object() || this.bounds.spend(subject + verb + this.length)) return false
        this.skip()
      } while (this.take(comma))
    } while (this.take(semicolon))
    return this.take(dot)
  }

  private verb(): boolean {
    if (this.text[this.place] === 'a' && this.kind(this.place + 1) & space) {
      this.place += 1
      this.length = aLength
      return true
    }
    return this.code() === less ? this.iri() : this.prefixed()
  }

  private node(): boolean {
    const code = this.code()
    if (code === less) return this.iri()
    return code === underscore ? this.blank() : this.prefixed()
  }

  private object(): boolean {
    const code = this.code()
    if (code === quote) return this.literal()
    if (this.kind(this.place) & digit || code === minus || code === plus) return this.number()
    return this.node()
  }

  private iri(): boolean {
    if (this.code() !== less) return false
    const start = this.place + 1
    const end = this.text.indexOf('>', start)
    if (end < 0) return false
    for (let place = start; place < end; place++) {
      if (this.kind(place) & notInIri) return false
      // What is left of dots is worked out by a parser.
      if (this.text.charCodeAt(place) === dot && this.text[place - 1] === '/') return false
    }
    // A relative one may begin with dots, and has no colon that is not its scheme's.
    if (this.text.charCodeAt(start) === dot || !this.hasScheme(start, end)) return false
    this.place = end + 1
    this.length = end - start + this.baseLength
    return this.length <= maxIri
  }

  /** Whether what stands before a first colon, in the first part of its path, is a scheme (RFC 3986 §3.1, §4.2). */
  private hasScheme(start: number, end: number): boolean {
    const first = this.text.charCodeAt(start)
    if (first === hash || first === question) return true
    let isScheme = this.kind(start) === name
    for (let place = start; place < end; place++) {
      const code = this.text.charCodeAt(place)
      if (code === slash) return true
      if (code === colon) return isScheme && place > start
      const isLetter = (this.kind(place) & name) > 0 && code !== underscore
      if (!isLetter && code !== plus && code !== minus && code !== dot) isScheme = false
    }
    return true
  }

  /** `x:name` */
  private prefixed(): boolean {
    const start = this.place
    this.word()
    if (this.code() !== colon) return false
    const prefix = this.prefixes.get(this.text.slice(start, this.place))
    if (prefix === undefined) return false
    this.place += 1
    const local = this.place
    if (!this.word() || !this.isAtEnd()) return false
    this.length = prefix + this.place - local
    return this.length <= maxIri
  }

  private blank(): boolean {
    if (this.text.charCodeAt(this.place + 1) !== colon) return false
    this.place += 2
    const start = this.place
    if (!this.word() || !this.isAtEnd()) return false
    this.length = blankLength + this.place - start
    return true
  }

  private literal(): boolean {
    const start = this.place + 1
    let end = start
    for (let code = this.text.charCodeAt(end); code !== quote; code = this.text.charCodeAt(++end)) {
      if (end >= this.text.length || code === newline || code === carriageReturn) return false
      if (code === backslash && !afterBackslash.has(this.text.charCodeAt(++end))) return false
    }
    this.place = end + 1
    const after = this.code()
    // `"""` begins another kind of text.
    if (after === quote) return false
    const length = end - start
    if (after === caret) {
      if (this.text.charCodeAt(this.place + 1) !== caret) return false
      this.place += 2
      if (!(this.code() === less ? this.iri() : this.prefixed())) return false
      this.length += length
      return true
    }
    this.length = length + typeLength
    return after === at ? this.language() : true
  }

  private language(): boolean {
    this.place += 1
    for (let isFirst = true; isFirst || this.code() === minus; isFirst = false) {
      if (!isFirst) this.place += 1
      const start = this.place
      while (this.kind(this.place) & name && this.code() !== underscore) this.place += 1
      if (this.place === start || (isFirst && /\d/.test(this.text.slice(start, this.place)))) return false
    }
    return this.isAtEnd()
  }

  /** `-1`, `2.50`; others are no longer plain. */
  private number(): boolean {
    const start = this.place
    if (!(this.kind(this.place) & digit)) this.place += 1
    if (!this.digits()) return false
    if (this.code() === dot && this.kind(this.place + 1) & digit) {
      this.place += 1
      this.digits()
    }
    this.length = this.place - start + typeLength
    return this.place - start <= maxDigits && this.isAtEnd()
  }

  private digits(): boolean {
    const start = this.place
    while (this.kind(this.place) & digit) this.place += 1
    return this.place > start
  }

  /** A name of ASCII letters, digits, `_` and, within, `-`; not with a digit at its beginning in a prefix. */
  private word(): boolean {
    const start = this.place
    while (this.kind(this.place) & name || (this.place > start && this.code() === minus)) this.place += 1
    return this.place > start && this.text.charCodeAt(this.place - 1) !== minus
  }

  /** Whether a name or number ends here, whatever reads it. */
  private isAtEnd(): boolean {
    const code = this.code()
    if (code === dot) return (this.kind(this.place + 1) & space) > 0
    return code === comma || code === semicolon || (this.kind(this.place) & space) > 0
  }

  private take(code: number): boolean {
    if (this.code() !== code) return false
    this.place += 1
    return true
  }

  /** Spaces and comments. @returns whether there were any. */
  private skip(): boolean {
    const start = this.place
    for (;;) {
      while (this.kind(this.place) & space) this.place += 1
      if (this.code() !== hash) return this.place > start
      while (this.place < this.text.length && this.code() !== newline && this.code() !== carriageReturn)
        this.place += 1
    }
  }

  private code(): number {
    return this.text.charCodeAt(this.place)
  }

  /** Of a character; none for those beyond ASCII. */
  private kind(place: number): number {
    return kinds[this.text.charCodeAt(place)] ?? 0
  }
}
