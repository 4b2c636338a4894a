import { createHash, randomBytes } from 'node:crypto'

/** Crockford's: no letter that is read as a figure. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

/** 80 random bits, in four groups of four: `7K3M-0QZD-9A1F-XH5T`. */
export function makeCode(): string {
  const letters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** A code as somebody has copied it by hand: without its dashes, in capitals. Undefined: it is none. */
export function readCode(written: string): string | undefined {
  const letters = written
    .slice(0, 100)
    .toUpperCase()
    .replace(/[\s.\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return letters.length === length && [...letters].every((it) => alphabet.includes(it)) ? letters : undefined
}

/** What is kept of a code. With its account: whoever tries many tries them for one account at a time. */
export const digestOf = (accountId: string, code: string): string =>
  createHash('sha256').update(`${accountId} ${code}`).digest('base64url')
