import { sha256 } from './sha256.ts'

/** A line of a journal as it is kept. */
export interface Sealed {
  /** 1, 2, 3… */
  readonly number: number
  /** When it was written down: UTC milliseconds, never before that of the line before. */
  readonly recorded: number
  /** What it says, and the salt that keeps it from being guessed; undefined once it was erased. */
  readonly said: { readonly salt: Uint8Array; readonly text: string } | undefined
  /** Of the erased. */
  readonly commitment?: Uint8Array | undefined
  /** Of all lines up to this one. */
  readonly hash: Uint8Array
}

/** Where a journal is: the hash of all lines up to a number. */
export interface Mark {
  readonly number: number
  readonly hash: Uint8Array
}

const utf8 = new TextEncoder()
export const saltBytes = 16

/** What the first line of a pod's journal follows. */
export const beginningOf = (pod: string): Mark => ({
  number: 0,
  hash: sha256(utf8.encode(`Traboule journal 1\n${pod}`)),
})

/** Says nothing of an entry to whoever has not its salt, and can be of no other: what stays when both are erased. */
export function commitmentOf(salt: Uint8Array, text: string): Uint8Array {
  const most = salt.length + 3 * text.length
  if (scratch.length < most) scratch = new Uint8Array(2 * most)
  scratch.set(salt)
  return sha256(scratch, salt.length + encode(text, scratch, salt.length))
}

/** Nearly every entry is ASCII: to ask a browser's encoder for each takes longer than to hash it. @returns how many bytes */
function encode(text: string, into: Uint8Array, from: number): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) return utf8.encodeInto(text, into.subarray(from)).written
    into[from + at] = code
  }
  return text.length
}

/** What is being hashed: to make room for each line anew takes longer than to hash it. */
let scratch = new Uint8Array(4096)
const linked = new Uint8Array(80)
const numbers = new DataView(linked.buffer)

/** The hash of a line: of the one before, its number, its moment and its commitment. */
export function link(
  before: Uint8Array,
  number: number,
  recorded: number,
  commitment: Uint8Array,
): Uint8Array {
  linked.set(before)
  numbers.setFloat64(32, number)
  numbers.setFloat64(40, recorded)
  linked.set(commitment, 48)
  return sha256(linked)
}

/** The line that comes after a mark. `salt`: 16 random bytes. */
export function seal(after: Mark, recorded: number, salt: Uint8Array, text: string): Sealed & Mark {
  const number = after.number + 1
  const hash = link(after.hash, number, recorded, commitmentOf(salt, text))
  return { number, recorded, said: { salt, text }, hash }
}

export const toHex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

export function fromHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0) return undefined
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at++) {
    const [high, low] = [digitOf(text.charCodeAt(2 * at)), digitOf(text.charCodeAt(2 * at + 1))]
    if (high < 0 || low < 0) return undefined
    bytes[at] = 16 * high + low
  }
  return bytes
}

/** Of a character of `0123456789abcdef`; -1 of any other. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  return code >= 97 && code <= 102 ? code - 87 : -1
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
