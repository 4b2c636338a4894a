import { ConnectorError } from '../errors.ts'
import { isKeptExactly } from './exact-number.ts'
import { lineCounter } from './line.ts'

export interface JsonObject {
  readonly [key: string]: unknown
}

export interface JsonText {
  /** What `JSON.parse` gives; but a number of more digits than a double keeps is the text that the file has. */
  readonly value: unknown
  /** The line on which each object and array begins. */
  readonly lineOf: WeakMap<object, number>
}

const maxDepth = 32
const maxObjects = 1_000_000
const literals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/**
 * Strict JSON, each name of an object once, that remembers lines: `JSON.parse` tells them on no engine alike, and quotes the text in its errors.
 *
 * @throws ConnectorError `malformed`, `truncated`, `too-many-records`, or `bad-field` for a number beyond 2^53, with the line.
 */
export function readJson(text: string): JsonText {
  const lineOf = new WeakMap<object, number>()
  const line = lineCounter(text)
  const scalar = /-?(?:0|[1-9]\d{0,20})(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?|true|false|null/y
  let at = 0
  let objects = 0

  const fail = (): never => {
    throw new ConnectorError(at >= text.length ? 'truncated' : 'malformed', { line: line(at) })
  }
  const skip = (): string => {
    while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1
    return text[at] ?? fail()
  }
  const readString = (): string => {
    const from = at
    do {
      at = text.indexOf('"', at + 1)
      if (at < 0) {
        at = text.length
        return fail()
      }
    } while (isEscaped(text, at, from))
    at += 1
    const quoted = text.slice(from, at)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them
    if (!/[\\\u0000-\u001f]/.test(quoted)) return quoted.slice(1, -1)
    try {
      return JSON.parse(quoted)
    } catch {
      at = from
      return fail()
    }
  }
  const readMembers = (close: string, member: () => void): void => {
    at += 1
    if (skip() === close) {
      at += 1
      return
    }
    while (true) {
      member()
      const after = skip()
      if (after !== close && after !== ',') fail()
      at += 1
      if (after === close) return
    }
  }
  const remember = (object: object): void => {
    objects += 1
    if (objects > maxObjects) throw new ConnectorError('too-many-records', { line: line(at) })
    lineOf.set(object, line(at))
  }
  const read = (depth: number): unknown => {
    const first = skip()
    if (depth > maxDepth) fail()
    if (first === '"') return readString()
    if (first === '[') {
      const array: unknown[] = []
      remember(array)
      readMembers(']', () => array.push(read(depth + 1)))
      return array
    }
    if (first === '{') {
      const object: Record<string, unknown> = Object.create(null)
      remember(object)
      readMembers('}', () => {
        if (skip() !== '"') fail()
        const key = readString()
        if (skip() !== ':') fail()
        at += 1
        // JSON.parse would keep the last alone, and lose what the first said.
        if (key in object) fail()
        object[key] = read(depth + 1)
      })
      return object
    }
    scalar.lastIndex = at
    const [word] = scalar.exec(text) ?? [fail()]
    at += word.length
    if (literals.has(word)) return literals.get(word)
    const number = Number(word)
    // Beyond 2^53 two numbers that are written apart may be read as one.
    if (Math.abs(number) > Number.MAX_SAFE_INTEGER) throw new ConnectorError('bad-field', { line: line(at) })
    return isKeptExactly(word, number) ? number : word
  }

  const value = read(0)
  const rest = text.slice(at).search(/\S/)
  if (rest >= 0) {
    at += rest
    fail()
  }
  return { value, lineOf }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0
  while (at - slashes - 1 > from && text[at - slashes - 1] === '\\') slashes += 1
  return slashes % 2 === 1
}
