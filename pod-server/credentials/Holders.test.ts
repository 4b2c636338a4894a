import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { calculateJwkThumbprint, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readSettings } from '../settings.ts'
import { newProofs, type Prove } from '../test/proofs.ts'
import { Holders } from './Holders.ts'
import { TestIssuer } from './testing/TestIssuer.ts'

let issuer: TestIssuer
let holders: Holders
let prove: Prove
let thumbprint: string
let url: string

beforeAll(async () => {
  issuer = await TestIssuer.open()
  holders = new Holders(issuer.tokens, readSettings({ flags: {}, env: {} }))
  prove = await newProofs()
  url = `${issuer.baseUrl}alice/d.ttl`
  thumbprint = await calculateJwkThumbprint(decodeProtectedHeader(await prove('GET', url)).jwk as never)
})

afterEach(() => vi.useRealTimers())

afterAll(async () => issuer?.[Symbol.asyncDispose]())

const show = async (token: string) => {
  const dpop = await prove('GET', url, token)
  return holders.of({ authorization: `DPoP ${token}`, dpop, method: 'GET', url })
}
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

describe('a token of this server', () => {
  it('is over at its end, whether it was shown before or not', async () => {
    const { account, webId } = await issuer.account('alice')
    await issuer.credentials.create('own', webId, account)
    const claims = { webid: webId, client_id: 'own', sub: 'own' }
    const [shown, kept] = [await issuer.token(thumbprint, claims), await issuer.token(thumbprint, claims)]
    const holder = await show(shown)
    expect(holder?.webId).toBe(webId)
    later((holder?.expires ?? 0) - Date.now() - 1)
    expect((await show(shown))?.webId).toBe(webId)
    later(1)
    expect([await show(shown), await show(kept)]).toEqual([undefined, undefined])
    expect(holder && (await holders.stands(holder))).toBe(false)
  })
})

describe('a token of another issuer', () => {
  it('is asked about again after a minute, and is good for as long as that issuer says', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256', use: 'sig' }
    await using there = await elsewhere(jwk)
    const webid = `${there.url}eve#me`
    const token = await new SignJWT({ webid, client_id: 'https://app.example/id', cnf: { jkt: thumbprint } })
      .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt' })
      .setIssuer(there.url)
      .setSubject(webid)
      .setAudience('solid')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    expect((await show(token))?.webId).toBe(webid)
    later(61_000)
    expect((await show(token))?.webId).toBe(webid)
    later(5 * 60_000)
    expect(await show(token)).toBeUndefined()
  })
})

/** A real OpenID provider, as far as a resource server looks, and the profile of its one user. */
async function elsewhere(jwk: object) {
  const http = createServer((request, response) => {
    const url = `http://${request.headers.host}/`
    const json = (value: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (request.url === '/.well-known/openid-configuration') json({ issuer: url, jwks_uri: `${url}jwks` })
    else if (request.url === '/jwks') json({ keys: [jwk] })
    else
      response
        .writeHead(200, { 'content-type': 'text/turtle' })
        .end(`<${url}eve#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${url}>.`)
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  return {
    url: `http://localhost:${(http.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  }
}
