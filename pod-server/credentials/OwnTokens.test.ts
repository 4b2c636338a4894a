import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EngineAdapters } from '../storage/EngineAdapters.ts'
import type { Holder } from './Holder.ts'
import { readJwt } from './jwt.ts'
import { TestIssuer } from './testing/TestIssuer.ts'

let issuer: TestIssuer

beforeAll(async () => {
  issuer = await TestIssuer.open()
})

afterAll(async () => issuer?.[Symbol.asyncDispose]())

const verified = async (
  claims: Readonly<Record<string, unknown>>,
  header: object = {},
): Promise<Holder | undefined> => {
  const jwt = readJwt(await issuer.token('k', claims, header))
  return jwt && issuer.tokens.verify(jwt, Date.now())
}
const holderOf = async (claims: Readonly<Record<string, unknown>>): Promise<Holder> => {
  const holder = await verified(claims)
  if (!holder) throw new Error('no token')
  return holder
}

describe('a token of this server', () => {
  it.each<[string, unknown, boolean]>([
    ['Solid', 'solid', true],
    ['Solid, and others', ['https://app.example/id', 'solid'], true],
    ['another', 'https://app.example/id', false],
    ['others', ['https://app.example/id', 'solid2'], false],
    ['nobody', undefined, false],
  ])('is for %s (Solid-OIDC §8.1)', async (_, aud, isGood) => {
    const { webId } = await issuer.account(`for-${String(aud)}`)
    expect((await verified({ webid: webId, aud }))?.webId).toBe(isGood ? webId : undefined)
  })
})

describe('what this server signs with the same key', () => {
  it.each<[string, unknown, boolean]>([
    ['an access token', 'at+jwt', true],
    ['an ID token', 'JWT', false],
    ['a message to a webhook', undefined, false],
    ['a proof', 'dpop+jwt', false],
    ['a word to log out', 'logout+jwt', false],
    ['a receipt', 'tb-consent-receipt+jwt', false],
    ['no name of a type', ['at+jwt'], false],
  ])('counts as a token by its type alone: %s (RFC 9068 §4)', async (name, typ, isGood) => {
    const { webId } = await issuer.account(`typed-${name.replaceAll(' ', '-')}`)
    expect((await verified({ webid: webId }, { typ }))?.webId).toBe(isGood ? webId : undefined)
  })
})

describe('a token of client credentials', () => {
  it('stands for the WebID alone that they were made for', async () => {
    const alice = await issuer.account('alice')
    const other = `${alice.url}profile/card#i`
    await issuer.webIds.create(other, alice.account)
    await issuer.credentials.create('own', alice.webId, alice.account)
    const of = (webid: string) => holderOf({ webid, client_id: 'own', sub: 'own' })
    expect(await issuer.tokens.stands(await of(alice.webId))).toBe(true)
    expect(await issuer.tokens.stands(await of(other))).toBe(false)
  })

  it('that has no name of its own, and could not be revoked, stands for nobody', async () => {
    const bob = await issuer.account('bob')
    await issuer.credentials.create('bobs', bob.webId, bob.account)
    const claims = { webid: bob.webId, client_id: 'bobs', sub: 'bobs' }
    expect(await issuer.tokens.stands(await holderOf(claims))).toBe(true)
    expect(await issuer.tokens.stands(await holderOf({ ...claims, jti: undefined }))).toBe(false)
  })
})

describe('a token of a log-in', () => {
  const loggedIn = async (webid: string) => {
    const grant = `grant of ${webid}`
    await new EngineAdapters(issuer.engine).createStorageAdapter('Grant').upsert(grant, {}, 60)
    return holderOf({ webid, client_id: 'https://app.example/id', sub: webid, grant })
  }

  it('stands as long as its WebID is linked to the account of the pod', async () => {
    const { account, webId, link } = await issuer.account('carol')
    const holder = await loggedIn(webId)
    expect(await issuer.tokens.stands(holder)).toBe(true)
    await issuer.webIds.delete(link)
    expect(await issuer.tokens.stands(holder)).toBe(false)
    await issuer.webIds.create(webId, account)
    expect(await issuer.tokens.stands(holder)).toBe(true)
  })
})
