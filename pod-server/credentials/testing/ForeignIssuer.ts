import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type KeyLike, SignJWT } from 'jose'

/** A real OpenID provider with a key of its own, as far as a resource server looks, and the profile of its one user. */
export class ForeignIssuer {
  readonly url: string
  readonly webId: string
  private readonly http: Server
  private readonly key: KeyLike

  private constructor(http: Server, key: KeyLike) {
    this.http = http
    this.key = key
    this.url = `http://localhost:${(http.address() as AddressInfo).port}/`
    this.webId = `${this.url}eve#me`
  }

  static async start(): Promise<ForeignIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256', use: 'sig' }
    const http = createServer((request, response) => {
      const url = `http://${request.headers.host}/`
      const send = (type: string, text: string) => response.writeHead(200, { 'content-type': type }).end(text)
      const json = (value: object) => send('application/json', JSON.stringify(value))
      if (request.url === '/.well-known/openid-configuration') json({ issuer: url, jwks_uri: `${url}jwks` })
      else if (request.url === '/jwks') json({ keys: [jwk] })
      else send('text/turtle', `<${url}eve#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${url}>.`)
    })
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
    return new ForeignIssuer(http, privateKey)
  }

  /** A token that is good for five minutes, for whomever it names. `thumbprint`: of its holder's key. */
  token(webid: string, client: string, thumbprint: string): Promise<string> {
    return new SignJWT({ webid, client_id: client, cnf: { jkt: thumbprint }, sub: webid })
      .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt' })
      .setIssuer(this.url)
      .setAudience('solid')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(this.key)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.http.closeAllConnections()
    await new Promise((done) => this.http.close(done))
  }
}
