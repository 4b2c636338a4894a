import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientCredentialsStore, PodStore, WebIdStore } from '@solid/community-server'
import { calculateJwkThumbprint, decodeProtectedHeader, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { CurrentKeys } from '../keys/CurrentKeys.ts'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { readSettings } from '../settings.ts'
import { newProofs, type Prove } from '../test/proofs.ts'
import { AccountFacts } from './AccountFacts.ts'
import { EndedTokens } from './EndedTokens.ts'
import { Holders } from './Holders.ts'
import { OwnTokens } from './OwnTokens.ts'
import { ReplaySet } from './ReplaySet.ts'
import { WebIdIssuers } from './WebIdIssuers.ts'

const settings = readSettings({ flags: { port: '3000' }, env: {} })
const { baseUrl } = settings
const asked = `${baseUrl}alice/`
const client = 'of-before'

let folder: string
let engine: SqliteEngine
let elsewhere: Receiver
let holders: Holders
let sign: (webid: string) => Promise<string>
let prove: Prove

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-holders-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  elsewhere = await Receiver.start((response, { path }) => {
    const issuer = path === '/ours' ? baseUrl : 'https://other.example/'
    const body = `<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${issuer}>.`
    response.writeHead(200, { 'content-type': 'text/turtle' }).end(body)
  })
  const keys = new CurrentKeys(engine, 'tokens')
  const { kid, key } = await keys.signing()
  // A link of before a WebID elsewhere was none; nobody has a pod here.
  const webIds: Record<string, string> = {
    [`${client}-ours`]: `${elsewhere.url}/ours#me`,
    [`${client}-theirs`]: `${elsewhere.url}/theirs#me`,
  }
  const credentials = {
    findByLabel: async (label: string) => ({ webId: webIds[label] ?? '', accountId: 'a' }),
  } as unknown as ClientCredentialsStore
  const nobody = {} as PodStore & WebIdStore
  const own = new OwnTokens(
    baseUrl,
    keys,
    new WebIdIssuers(baseUrl, nobody, nobody, engine),
    new AccountFacts(engine, credentials, nobody),
    new EndedTokens(engine, baseUrl),
  )
  holders = new Holders(own, settings, new ReplaySet(240_000), new OutgoingReader(settings))
  prove = await newProofs()
  const { jwk } = decodeProtectedHeader(await prove('GET', asked))
  const jkt = await calculateJwkThumbprint(jwk as never)
  sign = (webid) => {
    const label = `${client}-${webid.includes('/ours') ? 'ours' : 'theirs'}`
    return new SignJWT({ webid, client_id: label, sub: label, jti: crypto.randomUUID(), cnf: { jkt } })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
      .setIssuer(baseUrl)
      .setAudience('solid')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key)
  }
})

afterAll(async () => {
  await elsewhere[Symbol.asyncDispose]()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

afterEach(() => {
  vi.useRealTimers()
})

async function holderOf(token: string) {
  const dpop = await prove('GET', asked, token)
  return holders.of({ authorization: `DPoP ${token}`, dpop, method: 'GET', url: asked, from: '192.0.2.1' })
}

describe('our own token for a WebID elsewhere', () => {
  it('counts as long as that names us, whose keys are asked for nowhere', async () => {
    const webId = `${elsewhere.url}/ours#me`
    expect(await holderOf(await sign(webId))).toMatchObject({ webId, issuer: baseUrl })
    expect(elsewhere.received.map(({ path }) => path)).toEqual(['/ours'])
  })

  it('does not where that names another', async () => {
    expect(await holderOf(await sign(`${elsewhere.url}/theirs#me`))).toBeUndefined()
    expect(elsewhere.at('/theirs')).toHaveLength(1)
  })

  it('that we have not signed makes us ask nobody', async () => {
    const [header, claims] = (await sign(`${elsewhere.url}/forged#me`)).split('.')
    expect(await holderOf(`${header}.${claims}.AAAA`)).toBeUndefined()
    expect(elsewhere.at('/forged')).toEqual([])
  })

  it('lets a request under way end, by when the WebID is asked again, and none that comes after the token', async () => {
    const token = await sign(`${elsewhere.url}/ours#me`)
    const holder = await holderOf(token)
    const before = elsewhere.at('/ours').length
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect(holder && (await holders.stands(holder))).toBe(true)
    expect(elsewhere.at('/ours')).toHaveLength(before)
    expect(await holderOf(token)).toBeDefined()
    expect(elsewhere.at('/ours')).toHaveLength(before + 1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 300_000 })
    expect(holder && (await holders.stands(holder))).toBe(false)
    expect(await holderOf(token)).toBeUndefined()
  })
})
