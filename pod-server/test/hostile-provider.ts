import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  calculateJwkThumbprint,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  type JWK,
  type KeyLike,
  SignJWT,
} from 'jose'
import { newProofs } from './proofs.ts'

/**
 * A real OpenID provider with keys of its own, as far as a resource server looks, and the profile of its one user. It
 * signs whatever it likes: any WebID, and any client.
 */
export class HostileProvider {
  readonly url: string
  private readonly server: Server
  private readonly key: KeyLike

  private constructor(server: Server, url: string, key: KeyLike) {
    this.server = server
    this.url = url
    this.key = key
  }

  static async start(): Promise<HostileProvider> {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256', use: 'sig' }
    const server = createServer((request, response) => {
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
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    return new HostileProvider(server, `http://localhost:${port}/`, privateKey)
  }

  /** Its user, whose profile names it as the issuer. */
  get webId(): string {
    return `${this.url}eve#me`
  }

  /** Requests with a token for this WebID, as if a client had asked for it, and right proofs. */
  async session(webId: string, client: string): Promise<typeof fetch> {
    const prove = await newProofs()
    const { jwk } = decodeProtectedHeader(await prove('GET', this.url))
    const jkt = await calculateJwkThumbprint(jwk as JWK)
    const token = await new SignJWT({ webid: webId, client_id: client, cnf: { jkt }, sub: webId })
      .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt' })
      .setIssuer(this.url)
      .setAudience('solid')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(this.key)
    return async (input, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', `DPoP ${token}`)
      headers.set('dpop', await prove(init.method ?? 'GET', String(input), token))
      return fetch(input, { ...init, headers })
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }
}
