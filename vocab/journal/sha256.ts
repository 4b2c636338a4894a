/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
const constants = fractions(64, Math.cbrt)
/** Of the square roots of the first 8 (§5.3.3). */
const initial = fractions(8, Math.sqrt)

const words = new Int32Array(64)
const state = new Int32Array(8)
const tail = new Uint8Array(128)

/**
 * SHA-256 (FIPS 180-4), at once: Web Crypto answers by a promise for each of some hundred bytes, which takes ten times as
 * long, and node:crypto is in no browser. `length`: of what is hashed, from the first byte.
 */
export function sha256(bytes: Uint8Array, length = bytes.length): Uint8Array {
  state.set(initial)
  const whole = length - (length % 64)
  for (let from = 0; from < whole; from += 64) block(bytes, from)
  const rest = length - whole
  tail.fill(0)
  for (let n = 0; n < rest; n++) tail[n] = bytes[whole + n] as number
  tail[rest] = 0x80
  const end = rest < 56 ? 64 : 128
  write(tail, end - 8, Math.floor(length / 0x20000000))
  write(tail, end - 4, length << 3)
  for (let from = 0; from < end; from += 64) block(tail, from)
  const digest = new Uint8Array(32)
  for (let n = 0; n < 8; n++) write(digest, 4 * n, at(n))
  return digest
}

function write(bytes: Uint8Array, from: number, word: number): void {
  bytes[from] = word >>> 24
  bytes[from + 1] = word >>> 16
  bytes[from + 2] = word >>> 8
  bytes[from + 3] = word
}

function block(bytes: Uint8Array, from: number): void {
  for (let n = 0, at = from; n < 16; n++, at += 4)
    words[n] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)
  for (let n = 16; n < 64; n++) {
    const x = words[n - 15] as number
    const y = words[n - 2] as number
    const one = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const two = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    words[n] = ((words[n - 16] as number) + one + (words[n - 7] as number) + two) | 0
  }
  // One by one: to take them apart at once goes through an iterator, and takes as long as all the rest.
  let a = at(0)
  let b = at(1)
  let c = at(2)
  let d = at(3)
  let e = at(4)
  let f = at(5)
  let g = at(6)
  let h = at(7)
  for (let n = 0; n < 64; n++) {
    const big = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const first = (h + big + ((e & f) ^ (~e & g)) + (constants[n] as number) + (words[n] as number)) | 0
    const small = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const second = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = at(0) + a
  state[1] = at(1) + b
  state[2] = at(2) + c
  state[3] = at(3) + d
  state[4] = at(4) + e
  state[5] = at(5) + f
  state[6] = at(6) + g
  state[7] = at(7) + h
}

const at = (index: number): number => state[index] as number

function fractions(count: number, root: (of: number) => number): Int32Array {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) {
    let isPrime = true
    for (let by = 2; by * by <= n; by++) if (n % by === 0) isPrime = false
    if (isPrime) found.push(((root(n) % 1) * 0x100000000) | 0)
  }
  return Int32Array.from(found)
}
