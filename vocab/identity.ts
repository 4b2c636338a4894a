import { createHash } from 'node:crypto'
import { canonicalLines } from './canonical.ts'
import type { Statement } from './graph.ts'

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
  return sha256(`${domain}|${identifier}`).toString('hex').slice(0, 8)
}

/** A key as it may stand in a fragment: itself, or its digest when it has any other character. */
export function slug(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : `k${base32(sha256(key)).slice(0, 12)}`
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
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
