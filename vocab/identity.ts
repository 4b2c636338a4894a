import { canonicalLines } from './canonical.ts'
import type { Statement } from './graph.ts'
import { sha256 as digestOf } from './journal/sha256.ts'

/** The digest of what is said of a node: 10 characters of base32. Throws VocabError `bad-identity`. */
export function recordDigest(quadsOfNode: Iterable<Statement>): string {
  return base32(sha256(canonicalLines(quadsOfNode).join('\n'))).slice(0, 10)
}

/** The fragment of a versioned node: its key, then the digest of its content, whatever its subject is. */
export function fragment(recordKey: string, quadsOfNode: Iterable<Statement>): string {
  return `${slug(recordKey)}.${recordDigest(quadsOfNode)}`
}

/** The fragment of an import run: the same connector on the same bytes is the same run. */
export function runFragment(connector: string, version: string, sourceSha256: string): string {
  return `run-${base32(sha256(`${connector}|${version}|${sourceSha256}`)).slice(0, 12)}`
}

/** The name in a path of what must not be named there: 8 hexadecimal digits. */
export function shortDigest8(domain: string, identifier: string): string {
  return hex(sha256(`${domain}|${identifier}`).subarray(0, 4))
}

/** A key as it may stand in a fragment: itself, or its digest when it has any other character. */
export function slug(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : `k${base32(sha256(key)).slice(0, 12)}`
}

/** The digest of a whole file, in hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return hex(digestOf(bytes))
}

const encoder = new TextEncoder()

/** In plain code, for browsers: of what one record says (some hundred bytes) node:crypto takes as long. */
function sha256(text: string): Uint8Array {
  return digestOf(encoder.encode(text))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** RFC 4648 base32, lower case, without padding; whole groups of five bits only. */
function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5; bits -= 5) text += ALPHABET.charAt((held >> (bits - 5)) & 31)
  }
  return text
}
