import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** What a hash costs (RFC 7914 §2): 128 · 2^ln · r bytes of memory, p times the work. */
export interface Cost {
  readonly ln: number
  readonly r: number
  readonly p: number
}

interface Hash extends Cost {
  readonly salt: Buffer
  readonly key: Buffer
}

/** As OWASP's Password Storage Cheat Sheet has it, with the least memory: 16 MiB. It may be raised. */
export const cost: Cost = { ln: 14, r: 8, p: 5 }

const saltBytes = 16
const keyBytes = 32
const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Hashes in a thread of libuv. @returns the hash as text, which says how it was made (PHC string format). */
export async function hashOf(password: string, { ln, r, p }: Cost = cost): Promise<string> {
  const salt = randomBytes(saltBytes)
  const key = await derive(password, salt, keyBytes, options({ ln, r, p }))
  return written({ ln, r, p, salt, key })
}

/** A hash that was made of no password, and takes as long to check. */
export const hashOfNothing = (costing: Cost): string =>
  written({ ...costing, salt: randomBytes(saltBytes), key: randomBytes(keyBytes) })

/** Whether a hash was made of a password. @throws TypeError for what is no hash of ours. */
export async function isHashOf(hash: string, password: string): Promise<boolean> {
  const read = readHash(hash)
  if (!read) throw new TypeError('not a hash of scrypt')
  const key = await derive(password, read.salt, read.key.byteLength, options(read))
  return timingSafeEqual(key, read.key)
}

/** Whether a hash was made at the cost of today. Pure. */
export function isCurrent(hash: string, { ln, r, p }: Cost): boolean {
  const read = readHash(hash)
  return read?.ln === ln && read.r === r && read.p === p
}

const written = ({ ln, r, p, salt, key }: Hash): string =>
  `$scrypt$ln=${ln},r=${r},p=${p}$${text(salt)}$${text(key)}`

function readHash(hash: string): Hash | undefined {
  const parts = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]{22})\$([\w+/]{43})$/.exec(hash)
  if (!parts) return undefined
  const [, ln, r, p, salt = '', key = ''] = parts
  return {
    ln: Number(ln),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  }
}

/** `maxmem`: what OpenSSL takes is a little more than the formula says. */
const options = ({ ln, r, p }: Cost): ScryptOptions => ({
  N: 2 ** ln,
  r,
  p,
  maxmem: 128 * r * (2 ** ln + p) * 2,
})

const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
