import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** As much of a Solid-OIDC issuer as a log-in with client credentials needs: configuration, keys, tokens. */
export class TestIssuer {
  readonly #issuer: string
  readonly #webId: string
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  constructor(issuer: string, webId: string) {
    this.#issuer = issuer
    this.#webId = webId
  }

  /** @returns whether the path was one of the issuer's. */
  answer(path: string, response: ServerResponse): boolean {
    const body = this.#bodyOf(path)
    if (body === undefined) return false
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(body))
    return true
  }

  #bodyOf(path: string): object | undefined {
    switch (path) {
      case '/.well-known/openid-configuration':
        return {
          issuer: this.#issuer,
          authorization_endpoint: `${this.#issuer}.oidc/auth`,
          token_endpoint: `${this.#issuer}.oidc/token`,
          jwks_uri: `${this.#issuer}.oidc/jwks`,
          grant_types_supported: ['client_credentials'],
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          scopes_supported: ['openid', 'webid'],
          claims_supported: ['webid'],
          dpop_signing_alg_values_supported: ['ES256'],
          id_token_signing_alg_values_supported: ['ES256'],
          token_endpoint_auth_methods_supported: ['client_secret_basic'],
        }
      case '/.oidc/jwks':
        return {
          keys: [
            { ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'ES256', use: 'sig' },
          ],
        }
      case '/.oidc/token':
        return { access_token: this.#token(), token_type: 'DPoP', expires_in: 600, scope: 'webid' }
      default:
        return undefined
    }
  }

  #token(): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      webid: this.#webId,
      sub: this.#webId,
      iss: this.#issuer,
      aud: 'solid',
      iat: now,
      exp: now + 600,
    }
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const head = `${encode({ alg: 'ES256', kid: 'test', typ: 'at+jwt' })}.${encode({ ...claims, jti: randomUUID() })}`
    const signature = sign('sha256', Buffer.from(head), {
      key: this.#keys.privateKey,
      dsaEncoding: 'ieee-p1363',
    })
    return `${head}.${signature.toString('base64url')}`
  }
}
