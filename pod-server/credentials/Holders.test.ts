import { calculateJwkThumbprint, decodeProtectedHeader } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { appSite, readSettings } from '../settings.ts'
import { EngineAdapters } from '../storage/EngineAdapters.ts'
import { newProofs, type Prove } from '../test/proofs.ts'
import { Issuer } from './foreign/testing/issuer.ts'
import { Holders } from './Holders.ts'
import { ReplaySet } from './ReplaySet.ts'
import { TestIssuer } from './testing/TestIssuer.ts'

const settings = readSettings({ flags: { port: '3000' }, env: {} })
let issuer: TestIssuer
let holders: Holders
let prove: Prove
let thumbprint: string
let url: string

beforeAll(async () => {
  issuer = await TestIssuer.open()
  holders = new Holders(issuer.tokens, settings, new ReplaySet(240_000), new OutgoingReader(settings))
  prove = await newProofs()
  url = `${issuer.baseUrl}alice/d.ttl`
  thumbprint = await calculateJwkThumbprint(decodeProtectedHeader(await prove('GET', url)).jwk as never)
})

afterEach(() => vi.useRealTimers())

afterAll(async () => issuer?.[Symbol.asyncDispose]())

const show = async (token: string) => {
  const dpop = await prove('GET', url, token)
  return holders.of({ authorization: `DPoP ${token}`, dpop, method: 'GET', url, from: '192.0.2.1' })
}
/** With another signature of the right length. */
const unsigned = (proof: string) => proof.replace(/[^.]+$/, Buffer.alloc(64, 7).toString('base64url'))
/** From here on that is the time, and goes no further. */
const at = (now: number) => vi.useFakeTimers({ toFake: ['Date'], now })

describe('a token of this server', () => {
  it('is over at its end, whether it was shown before or not', async () => {
    const { account, webId } = await issuer.account('alice')
    await issuer.credentials.create('own', webId, account)
    const exp = Math.floor(Date.now() / 1000) + 300
    const claims = { webid: webId, client_id: 'own', sub: 'own', exp }
    const [shown, kept] = [await issuer.token(thumbprint, claims), await issuer.token(thumbprint, claims)]
    const holder = await show(shown)
    expect(holder?.webId).toBe(webId)
    at(exp * 1000 - 1)
    expect((await show(shown))?.webId).toBe(webId)
    at(exp * 1000)
    expect([await show(shown), await show(kept)]).toEqual([undefined, undefined])
    expect(holder && (await holders.stands(holder))).toBe(false)
  })
})

describe('who shows a token', () => {
  /** A good token of somebody here. */
  const own = async (name: string, claims: Readonly<Record<string, unknown>> = {}) => {
    const { account, webId } = await issuer.account(name)
    await issuer.credentials.create(name, webId, account)
    return {
      webId,
      token: await issuer.token(thumbprint, { webid: webId, client_id: name, sub: name, ...claims }),
    }
  }
  const shown = (token: string, dpop: string | undefined, scheme = 'DPoP') =>
    holders.of({ authorization: `${scheme} ${token}`, dpop, method: 'GET', url, from: '192.0.2.1' })

  it('holds the key that it was issued to: nobody else’s proof counts, nor none', async () => {
    const { token, webId } = await own('keyed')
    const thief = await newProofs()
    expect(await shown(token, await thief('GET', url, token))).toBeUndefined()
    expect(await shown(token, await prove('GET', url, token, { claims: { htm: 'PUT' } }))).toBeUndefined()
    expect(await shown(token, undefined)).toBeUndefined()
    expect(await shown(token, await prove('GET', url, token), 'Bearer')).toBeUndefined()
    expect((await shown(token, await prove('GET', url, token)))?.webId).toBe(webId)
  })

  it('names it in each proof, where the client is an app of ours (RFC 9449 §4.3)', async () => {
    const { webId } = await issuer.account('named')
    const grant = 'grant of named'
    await new EngineAdapters(issuer.engine).createStorageAdapter('Grant').upsert(grant, {}, 60)
    const of = (client: string) =>
      issuer.token(thumbprint, { webid: webId, client_id: client, sub: webId, grant })
    const [ours, other] = [await of(appSite(settings, 'home').clientId), await of('https://app.example/id')]
    expect((await shown(ours, await prove('GET', url, ours)))?.webId).toBe(webId)
    expect(await shown(ours, await prove('GET', url))).toBeUndefined()
    expect((await shown(other, await prove('GET', url)))?.webId).toBe(webId)
    expect(await shown(other, await prove('GET', url, ours))).toBeUndefined()
  })

  it('takes no proof twice, nor one that may have been taken before the start', async () => {
    const { token, webId } = await own('once')
    const proof = await prove('GET', url, token)
    expect([(await shown(token, proof))?.webId, await shown(token, proof)]).toEqual([webId, undefined])
    const now = Math.floor(Date.now() / 1000)
    const proofs = new ReplaySet(240_000, { madeSince: now * 1000 })
    const late = new Holders(issuer.tokens, settings, proofs, new OutgoingReader(settings))
    for (const [iat, is] of [
      [now - 1, undefined],
      [now, webId],
    ] as const) {
      const dpop = await prove('GET', url, token, { claims: { iat } })
      const asked = { authorization: `DPoP ${token}`, dpop, method: 'GET', url, from: '192.0.2.1' }
      expect((await late.of(asked))?.webId).toBe(is)
    }
  })
})

describe('proofs that come together', () => {
  it('are each checked, whether here or on another thread, and one is taken once', async () => {
    const { account, webId } = await issuer.account('together')
    await issuer.credentials.create('together', webId, account)
    const exp = Math.floor(Date.now() / 1000) + 300
    const token = await issuer.token(thumbprint, {
      webid: webId,
      client_id: 'together',
      sub: 'together',
      exp,
    })
    const asked = (dpop: string) => ({
      authorization: `DPoP ${token}`,
      dpop,
      method: 'GET',
      url,
      from: '192.0.2.1',
    })
    await show(token)
    const proofs = await Promise.all(Array.from({ length: 24 }, () => prove('GET', url, token)))
    const sent = proofs.map((proof, index) => (index % 2 === 0 ? proof : unsigned(proof)))
    // Each twice, all in one turn of the event loop.
    const found = await Promise.all([...sent, ...sent].map((proof) => holders.of(asked(proof))))
    for (const [index] of proofs.entries()) {
      const taken = [found[index], found[index + proofs.length]].filter((holder) => holder?.webId === webId)
      expect(taken).toHaveLength(index % 2 === 0 ? 1 : 0)
    }
  })
})

describe('a token of another issuer', () => {
  it('counts for no WebID hosted here, and nobody is asked who may issue one', async () => {
    await using there = await Issuer.start()
    const { webId } = await issuer.account('hosted')
    expect(await show(await there.token({ cnf: { jkt: thumbprint }, webid: webId }))).toBeUndefined()
    expect(there.asked).toEqual([])
    expect((await show(await there.token({ cnf: { jkt: thumbprint } })))?.webId).toBe(there.webId)
  })

  it('is asked about again after a minute, and is good for as long as that issuer says', async () => {
    await using there = await Issuer.start()
    const token = await there.token({ cnf: { jkt: thumbprint } })
    expect((await show(token))?.webId).toBe(there.webId)
    at(Date.now() + 61_000)
    expect((await show(token))?.webId).toBe(there.webId)
    at(Date.now() + 5 * 60_000)
    expect(await show(token)).toBeUndefined()
  })
})
