import { calculateJwkThumbprint, decodeProtectedHeader } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { readSettings } from '../settings.ts'
import { newProofs, type Prove } from '../test/proofs.ts'
import { Issuer } from './foreign/testing/issuer.ts'
import { Holders } from './Holders.ts'
import { ReplaySet } from './ReplaySet.ts'
import { TestIssuer } from './testing/TestIssuer.ts'

let issuer: TestIssuer
let holders: Holders
let prove: Prove
let thumbprint: string
let url: string

beforeAll(async () => {
  issuer = await TestIssuer.open()
  const settings = readSettings({ flags: { port: '3000' }, env: {} })
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
