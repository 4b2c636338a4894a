import { decodeProtectedHeader } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { token } from '../bench/server/dpop.ts'
import { type Authorized, authorize } from './app-session.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { status } from './scene.ts'
import { sharedServer } from './shared-server.ts'

const server = sharedServer()
let alice: TestCitizen
beforeAll(async () => {
  alice = await makeCitizen(server, 'alice')
})

interface Tokens {
  readonly access_token: string
  readonly id_token: string
  readonly refresh_token: string
}

const tokensOf = async (answer: Response) => {
  expect(answer.status).toBe(200)
  return (await answer.json()) as Tokens
}

const kidOf = (signed: string) => decodeProtectedHeader(signed).kid

const published = async () => {
  const { keys } = (await (await fetch(`${server.baseUrl}.oidc/jwks`)).json()) as { keys: { kid: string }[] }
  return keys.map(({ kid }) => kid)
}

/** What an app may read by a token, at the short way and, by a header that it leaves to CSS, at the other. */
async function reads({ proof }: Authorized, access: string): Promise<number[]> {
  const url = alice.pod
  const signed = async (more: Record<string, string>) =>
    status(fetch, url, {
      headers: { authorization: `DPoP ${access}`, dpop: await proof('GET', url, access), ...more },
    })
  return [await signed({}), await signed({ 'accept-datetime': new Date().toUTCString() })]
}

describe('the key of tokens, when it is renewed', () => {
  it('logs nobody out: tokens count until they end, and are followed by ones of the new key', async () => {
    const client = await alice.account.createCredentials('before', alice.webId)
    const app = await authorize(server, alice, 'home')
    const before = await tokensOf(await app.exchange())
    const own = await token(server.baseUrl, client)
    expect(kidOf(own)).toBe(kidOf(before.access_token))

    const { code, stdout } = await server.run('keys', 'renew', 'tokens')
    expect(code).toBe(0)
    const [, kid = ''] = /New key: (\S+)/.exec(stdout) ?? []
    expect(kid).not.toBe(kidOf(own))
    expect(await published()).toEqual(expect.arrayContaining([kid, kidOf(own)]))

    expect(await reads(app, before.access_token)).toEqual([200, 200])
    const after = await tokensOf(await app.refresh(before.refresh_token))
    expect([kidOf(after.access_token), kidOf(after.id_token)]).toEqual([kid, kid])
    expect(await reads(app, after.access_token)).toEqual([200, 200])
    expect(kidOf(await token(server.baseUrl, client))).toBe(kid)

    // An app that has the ID token of before logs out all the same: the citizen is asked.
    const end = `${server.baseUrl}.oidc/session/end?id_token_hint=${before.id_token}`
    expect(await status(fetch, end)).toBe(200)
  })

  it('is renewed by the operator alone', async () => {
    const [before] = await published()
    for (const headers of [{}, { authorization: 'Bearer nothing' }])
      expect(await status(fetch, `${server.baseUrl}.keys/tokens`, { method: 'POST', headers })).not.toBe(201)
    expect((await published())[0]).toBe(before)
    const { code, stderr } = await server.run('keys', 'renew', 'journal')
    expect(code).toBe(1)
    expect(stderr).toContain('tokens|webhooks|receipts')
  })
})
