import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestIssuer } from '../credentials/testing/TestIssuer.ts'
import { TokenClients } from './TokenClients.ts'

let issuer: TestIssuer
let clients: TokenClients

beforeAll(async () => {
  issuer = await TestIssuer.open()
  clients = new TokenClients(issuer.engine, issuer.credentials, issuer.webIds)
})

afterAll(async () => issuer?.[Symbol.asyncDispose]())

describe('a client whose WebID is unlinked', () => {
  it('acts as nobody, though its credentials are there', async () => {
    const { account, webId, link } = await issuer.account('alice')
    const { secret } = await issuer.credentials.create('alices', webId, account)
    await issuer.webIds.delete(link)
    expect(await clients.webIdOf('alices', secret)).toBeUndefined()
    await issuer.webIds.create(webId, account)
    expect(await clients.webIdOf('alices', secret)).toBe(webId)
  })

  it('acts as nobody from that moment on', async () => {
    const { account, webId, link } = await issuer.account('bob')
    const { secret } = await issuer.credentials.create('bobs', webId, account)
    expect(await clients.webIdOf('bobs', secret)).toBe(webId)
    await issuer.webIds.delete(link)
    expect(await clients.webIdOf('bobs', secret)).toBeUndefined()
  })
})
