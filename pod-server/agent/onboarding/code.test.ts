import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { tb } from '#vocab/generated/terms'
import { codeLife, hashOf, isGood, type KeptCode, newCode, triedOf } from './code.ts'
import { shapesOf } from './shapes.ts'
import { WrongCodes } from './WrongCodes.ts'

const made = Date.UTC(2026, 10, 25, 12)
const verifier = 'v'.repeat(43)
const kept: KeptCode = {
  partner: 'ma-banque',
  redirectUri: 'https://bank.example/retour',
  challenge: createHash('sha256').update(verifier).digest('base64url'),
  until: made + codeLife,
  spent: false,
  pod: 'https://pods.example/claire/',
  webId: 'https://pods.example/claire/profile/card#me',
  container: 'https://pods.example/claire/data/bank/ma-banque/',
  grant: 'g',
}
const tried = { code: newCode(), verifier, redirectUri: kept.redirectUri }

describe('a code', () => {
  it('has 128 bits, and is kept as its hash alone', () => {
    expect(Buffer.from(tried.code, 'base64url')).toHaveLength(16)
    expect(newCode()).not.toBe(tried.code)
    expect(hashOf(tried.code)).toBe(createHash('sha256').update(tried.code).digest('hex'))
  })

  it('is good for its partner, session and address until ten minutes are over', () => {
    expect(codeLife).toBe(600_000)
    expect(isGood(kept, 'ma-banque', tried, made)).toBe(true)
    expect(isGood(kept, 'ma-banque', tried, made + 599_999)).toBe(true)
    expect(isGood(kept, 'ma-banque', tried, made + 600_000)).toBe(false)
  })

  it('is good for nobody else', () => {
    expect(isGood(kept, 'autre', tried, made)).toBe(false)
    expect(isGood(kept, 'ma-banque', { ...tried, verifier: 'w'.repeat(43) }, made)).toBe(false)
    expect(isGood(kept, 'ma-banque', { ...tried, verifier: kept.challenge }, made)).toBe(false)
    expect(isGood(kept, 'ma-banque', { ...tried, redirectUri: `${kept.redirectUri}/` }, made)).toBe(false)
    expect(isGood({ ...kept, spent: true }, 'ma-banque', tried, made)).toBe(false)
  })

  it.each([
    [{}],
    [{ code: 1, code_verifier: verifier, redirect_uri: 'x' }],
    [{ code: 'a b', code_verifier: verifier, redirect_uri: 'x' }],
    [{ code: 'a'.repeat(65), code_verifier: verifier, redirect_uri: 'x' }],
    [{ code: 'a', code_verifier: 'short', redirect_uri: 'x' }],
    [{ code: 'a', code_verifier: 'v'.repeat(129), redirect_uri: 'x' }],
    [{ code: 'a', code_verifier: verifier, redirect_uri: 'x'.repeat(501) }],
    [{ code: 'a', code_verifier: verifier }],
  ])('is not tried with %j', (body) => {
    expect(triedOf(body)).toBeUndefined()
  })
})

describe('wrong codes', () => {
  it('are counted for each partner, and forgotten after ten minutes', () => {
    const wrong = new WrongCodes()
    for (let count = 0; count < 49; count += 1) wrong.add('a', made)
    expect(wrong.wait('a', made)).toBeUndefined()
    wrong.add('a', made + 1000)
    expect(wrong.wait('a', made + 1000)).toBe(599)
    expect(wrong.wait('b', made + 1000)).toBeUndefined()
    expect(wrong.wait('a', made + 600_000)).toBeUndefined()
    wrong.add('a', made + 600_000)
    expect(wrong.wait('a', made + 600_000)).toBeUndefined()
  })
})

describe('the shapes of a container', () => {
  it('are the vocabulary’s own', () => {
    const known = new Set<string>(Object.values(tb))
    for (const domain of ['bank', 'energy']) {
      const shapes = shapesOf(domain)
      expect(shapes.length).toBeGreaterThan(2)
      expect(shapes.filter((shape) => !known.has(shape))).toEqual([])
    }
    expect(shapesOf('bank')).toContain(tb.BankOperationShape)
  })
})
