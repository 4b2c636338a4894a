import { calculateJwkThumbprint, decodeProtectedHeader, type JWK } from 'jose'
import { Issuer } from '../credentials/foreign/testing/issuer.ts'
import { newProofs } from './proofs.ts'

/** An OpenID provider that signs whatever it likes: any WebID, and any client. */
export class HostileProvider {
  private readonly issuer: Issuer

  private constructor(issuer: Issuer) {
    this.issuer = issuer
  }

  static async start(): Promise<HostileProvider> {
    return new HostileProvider(await Issuer.start())
  }

  get url(): string {
    return this.issuer.url
  }

  /** Its user, whose profile names it as the issuer. */
  get webId(): string {
    return this.issuer.webId
  }

  /** Requests with a token for this WebID, as if a client had asked for it, and right proofs. */
  async session(webId: string, client: string): Promise<typeof fetch> {
    const prove = await newProofs()
    const { jwk } = decodeProtectedHeader(await prove('GET', this.url))
    const cnf = { jkt: await calculateJwkThumbprint(jwk as JWK) }
    const token = await this.issuer.token({ webid: webId, sub: webId, client_id: client, cnf })
    return async (input, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', `DPoP ${token}`)
      headers.set('dpop', await prove(init.method ?? 'GET', String(input), token))
      return fetch(input, { ...init, headers })
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.issuer[Symbol.asyncDispose]()
  }
}
