import type { IncomingHttpHeaders } from 'node:http'
import { type HttpRequest, OriginalUrlExtractor, SingleRootIdentifierStrategy } from '@solid/community-server'
import { calculateJwkThumbprint, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { readSettings } from '../settings.ts'
import { newProofs, type Prove } from '../test/proofs.ts'
import { DpopCredentials } from './DpopCredentials.ts'
import { Holders } from './Holders.ts'
import { ReplaySet } from './ReplaySet.ts'
import { TestIssuer } from './testing/TestIssuer.ts'

let issuer: TestIssuer
let credentials: DpopCredentials
let prove: Prove
let url: string

beforeAll(async () => {
  issuer = await TestIssuer.open()
  const settings = readSettings({ flags: { port: '3000' }, env: {} })
  const holders = new Holders(issuer.tokens, settings, new ReplaySet(240_000), new OutgoingReader(settings))
  const identifierStrategy = new SingleRootIdentifierStrategy(issuer.baseUrl)
  credentials = new DpopCredentials(holders, new OriginalUrlExtractor({ identifierStrategy }))
  prove = await newProofs()
  url = `${issuer.baseUrl}alice/d.ttl`
})

afterAll(async () => issuer?.[Symbol.asyncDispose]())

const request = (headers: IncomingHttpHeaders) =>
  ({ method: 'GET', url: '/alice/d.ttl', headers, socket: { remoteAddress: '192.0.2.1' } }) as HttpRequest
/** Client credentials of somebody here, and what they send. */
async function own(name: string) {
  const { account, webId } = await issuer.account(name)
  const { id } = await issuer.credentials.create(name, webId, account)
  const jkt = await calculateJwkThumbprint(decodeProtectedHeader(await prove('GET', url)).jwk as never)
  const token = await issuer.token(jkt, { webid: webId, client_id: name, sub: name })
  const headers = async (scheme = 'DPoP') => ({
    host: 'localhost:3000',
    authorization: `${scheme} ${token}`,
    dpop: await prove('GET', url, token),
  })
  return { webId, headers, end: () => issuer.credentials.delete(id) }
}

describe('who sends a request', () => {
  it('is the same whenever it is asked about that request, at either door, as long as the token stands', async () => {
    const { webId, headers, end } = await own('alice')
    const sent = await headers()
    const who = { agent: { webId }, client: { clientId: 'alice' }, issuer: { url: issuer.baseUrl } }
    expect(await credentials.of(request(sent), () => url)).toEqual(who)
    expect(await credentials.of(request(sent), () => url)).toEqual(who)
    expect(await credentials.handle(request(sent))).toEqual(who)
    // The same proof, sent once more.
    expect(await credentials.of(request({ ...sent }), () => url)).toBeUndefined()
    await end()
    expect(await credentials.of(request(sent), () => url)).toBeUndefined()
    await expect(credentials.handle(request(sent))).rejects.toMatchObject({ statusCode: 401 })
  })

  it('is nobody without a proof about it, and whoever says nothing is not asked', async () => {
    const { webId, headers } = await own('bob')
    expect(await credentials.of(request({}), () => url)).toBeUndefined()
    for (const wrong of [await headers('Bearer'), { ...(await headers()), dpop: undefined }])
      await expect(credentials.handle(request(wrong))).rejects.toMatchObject({ statusCode: 401 })
    expect(await credentials.of(request(await headers()), () => `${url}2`)).toBeUndefined()
    expect((await credentials.handle(request(await headers()))).agent?.webId).toBe(webId)
  })
})
