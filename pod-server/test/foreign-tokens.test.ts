import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { makeCitizen, type TestCitizen } from './people.ts'
import { newProofs } from './proofs.ts'
import { status } from './scene.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

let server: TestPod
let alice: TestCitizen

beforeAll(async () => {
  server = sharedServer()
  alice = await makeCitizen(server, 'alice')
})
afterAll(async () => server?.[Symbol.asyncDispose]())

/** By its name, which is a WebID's and an issuer's on this machine. */
const named = ({ url }: Receiver) => url.replace('127.0.0.1', 'localhost')
const part = (it: object) => Buffer.from(JSON.stringify(it)).toString('base64url')

/** Who asks with a token that says so, and whose signature is nobody's. */
async function unsigned(said: object) {
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'x', client_id: 'x', aud: 'solid', iat: now, exp: now + 300, jti: 'x', ...said }
  const cnf = { jkt: 'x'.repeat(43) }
  const token = `${part({ alg: 'ES256', typ: 'at+jwt', kid: 'x' })}.${part({ ...claims, cnf })}.AAAA`
  const prove = await newProofs()
  const headers = { authorization: `DPoP ${token}`, dpop: await prove('GET', alice.pod, token) }
  return status(fetch, alice.pod, { headers })
}

describe('a token that nobody has signed', () => {
  it('makes the server ask nobody, where it says that it is ours', async () => {
    await using inside = await Receiver.start()
    expect(await unsigned({ webid: `${named(inside)}/admin`, iss: server.baseUrl })).toBe(401)
    expect(inside.received).toEqual([])
  })

  it('makes it ask for the issuer’s keys, and never for the WebID', async () => {
    await using inside = await Receiver.start()
    await using issuer = await Receiver.start((response, { headers }) =>
      response.end(
        JSON.stringify({ issuer: `http://${headers.host}`, jwks_uri: `http://${headers.host}/jwks` }),
      ),
    )
    for (let again = 0; again < 3; again++)
      expect(await unsigned({ webid: `${named(inside)}/admin`, iss: named(issuer) })).toBe(401)
    expect(issuer.received.map(({ path }) => path)).toEqual(['/.well-known/openid-configuration', '/jwks'])
    expect(inside.received).toEqual([])
  })
})
