import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const header = part({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } })

/** A fresh proof of the one key of this benchmark. */
export function proof(method: string, url: string, token?: string): string {
  const ath = token && createHash('sha256').update(token).digest('base64url')
  const claims = { htm: method, htu: url, jti: randomUUID(), iat: Math.floor(Date.now() / 1000), ath }
  const signed = `${header}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}

export interface Client {
  readonly id: string
  readonly secret: string
}

/** What a token is asked for with (client credentials). */
export function tokenRequest(
  baseUrl: string,
  { id, secret }: Client,
): RequestInit & { readonly url: string } {
  const url = `${baseUrl}.oidc/token`
  const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')
  return {
    url,
    method: 'POST',
    headers: {
      authorization: `Basic ${basic}`,
      'content-type': 'application/x-www-form-urlencoded',
      dpop: proof('POST', url),
    },
    body: 'grant_type=client_credentials&scope=webid',
  }
}

/** An access token that is bound to that key. */
export async function token(baseUrl: string, client: Client): Promise<string> {
  const { url, ...init } = tokenRequest(baseUrl, client)
  const answer = (await (await fetch(url, init)).json()) as { access_token?: string }
  if (!answer.access_token) throw new Error(`no token of ${baseUrl}`)
  return answer.access_token
}
