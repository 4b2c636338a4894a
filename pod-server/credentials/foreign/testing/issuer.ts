import type { ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, type KeyLike, SignJWT } from 'jose'
import { Receiver } from '../../../outgoing/testing/receiver.ts'

/** What answers in the place of what an issuer would say at a path. */
export type Instead = (response: ServerResponse, path: string) => unknown

/** An OpenID provider of this machine with keys of its own, as far as a resource server looks, and its users' profiles. */
export class Issuer {
  readonly kids: string[] = []
  private readonly keys = new Map<string, { readonly privateKey: KeyLike; readonly jwk: object }>()
  private readonly instead: Readonly<Record<string, Instead>>
  private receiver: Receiver | undefined

  private constructor(instead: Readonly<Record<string, Instead>>) {
    this.instead = instead
  }

  /** `instead`: by path. */
  static async start(instead: Readonly<Record<string, Instead>> = {}): Promise<Issuer> {
    const issuer = new Issuer(instead)
    await issuer.rotate('k1')
    issuer.receiver = await Receiver.start((response, { path }) => issuer.answer(response, path))
    return issuer
  }

  get url(): string {
    return `${this.requests.url}/`
  }

  get webId(): string {
    return `${this.url}card#me`
  }

  get requests(): Receiver {
    if (!this.receiver) throw new Error('not started')
    return this.receiver
  }

  /** The paths that were asked for, in order. */
  get asked(): string[] {
    return this.requests.received.map(({ path }) => path)
  }

  /** From now on it signs with another key, and shows no other. */
  async rotate(kid: string): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    this.keys.set(kid, {
      privateKey,
      jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' },
    })
    this.kids.splice(0, this.kids.length, kid)
  }

  /** `said`: claims, and `header`: its members, that are other than they should be. */
  token(said: Readonly<Record<string, unknown>> = {}, header: object = {}): Promise<string> {
    const kid = this.kids[0] ?? ''
    const key = this.keys.get(kid)?.privateKey
    if (!key) throw new Error(`no key ${kid}`)
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: this.url, webid: this.webId, sub: this.webId, client_id: 'https://app.example/id' }
    const cnf = { jkt: 'x'.repeat(43) }
    return new SignJWT({ ...claims, aud: 'solid', iat: now, exp: now + 300, cnf, ...said })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt', ...header })
      .sign(key)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.requests[Symbol.asyncDispose]()
  }

  private answer(response: ServerResponse, path: string): void {
    const { url, instead } = this
    const json = (value: object) => response.end(JSON.stringify(value))
    if (instead[path]) instead[path](response, path)
    else if (path === '/.well-known/openid-configuration') json({ issuer: url, jwks_uri: `${url}jwks` })
    else if (path === '/jwks') json({ keys: this.kids.map((kid) => this.keys.get(kid)?.jwk) })
    else {
      const body = `<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${url}>.`
      response.writeHead(200, { 'content-type': 'text/turtle' }).end(body)
    }
  }
}
