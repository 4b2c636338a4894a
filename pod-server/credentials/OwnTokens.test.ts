import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { EngineAdapters, grantKey, oidcSpace } from '../storage/EngineAdapters.ts'
import type { Holder } from './Holder.ts'
import { readJwt } from './jwt.ts'
import { TestIssuer } from './testing/TestIssuer.ts'

let issuer: TestIssuer

beforeAll(async () => {
  issuer = await TestIssuer.open()
})

afterEach(() => vi.useRealTimers())

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

describe('a token', () => {
  const seconds = () => Math.floor(Date.now() / 1000)

  it.each<[string, () => Readonly<Record<string, unknown>>, boolean]>([
    ['of a clock that was set back since', () => ({ iat: seconds() + 8 }), true],
    ['of a time to come', () => ({ iat: seconds() + 12 }), false],
    ['of no time', () => ({ iat: undefined }), false],
    ['of a time in words', () => ({ iat: 'now' }), false],
    ['without an end', () => ({ exp: undefined }), false],
    ['with an end in words', () => ({ exp: 'never' }), false],
    ['of another issuer', () => ({ iss: 'https://issuer.example/' }), false],
    ['of this issuer, otherwise written', () => ({ iss: issuer.baseUrl.slice(0, -1) }), false],
    ['of nobody', () => ({ webid: undefined }), false],
    ['of no key', () => ({ cnf: undefined }), false],
    ['of a key that has no name', () => ({ cnf: { jkt: 7 } }), false],
  ])('%s counts as what it is', async (name, claims, isGood) => {
    const { webId } = await issuer.account(`said-${name.replaceAll(' ', '-')}`)
    expect((await verified({ webid: webId, ...claims() }))?.webId).toBe(isGood ? webId : undefined)
  })
})

it('refuses a token whose header wants more to be understood than it is (RFC 7515 §4.1.11)', async () => {
  const { webId } = await issuer.account('critical')
  expect((await verified({ webid: webId }, { b64: true }))?.webId).toBe(webId)
  expect(await verified({ webid: webId }, { b64: true, crit: ['b64'] })).toBeUndefined()
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

  it('stands as long as its grant, and by none for nobody', async () => {
    const { webId } = await issuer.account('dan')
    const holder = await loggedIn(webId)
    const { expires } = (await issuer.engine.value(oidcSpace, grantKey(`grant of ${webId}`))) ?? {}
    vi.useFakeTimers({ toFake: ['Date'], now: (expires ?? 0) - 1 })
    expect(await issuer.tokens.stands(holder)).toBe(true)
    vi.setSystemTime(expires ?? 0)
    expect(await issuer.tokens.stands(holder)).toBe(false)
    expect(await issuer.tokens.stands({ ...holder, grant: undefined })).toBe(false)
  })

  it('is ended by its own client alone, from then on (RFC 7009 §2.1)', async () => {
    const { webId } = await issuer.account('eve')
    const { grant } = await loggedIn(webId)
    const client = 'https://app.example/id'
    const text = await issuer.token('k', { webid: webId, client_id: client, sub: webId, grant })
    const jwt = readJwt(text)
    const holder = jwt && (await issuer.tokens.verify(jwt, Date.now()))
    if (!holder) throw new Error('no token')
    expect(await issuer.tokens.stands(holder)).toBe(true)
    expect(await issuer.tokens.revoke(text, 'https://other.example/id')).toBe('not-its-own')
    expect(await issuer.tokens.stands(holder)).toBe(true)
    expect(await issuer.tokens.revoke(text, client)).toBe('ended')
    expect(await issuer.tokens.stands(holder)).toBe(false)
    const over = await issuer.token('k', { webid: webId, client_id: client, exp: 1 })
    for (const none of [over, 'none', `${text}x`])
      expect(await issuer.tokens.revoke(none, client)).toBe('no-token')
  })

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
