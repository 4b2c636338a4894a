import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Holders } from '../credentials/Holders.ts'
import { decode, jsonObject, splitJwt } from '../credentials/jwt.ts'
import { isAbout } from '../credentials/proof.ts'
import { isSigned } from '../credentials/signature.ts'
import { commonHead } from '../hot/heads.ts'
import { errorStyleSource } from '../pages/ErrorPage.ts'
import type { Settings } from '../settings.ts'
import { type AskedToken, askedToken, isPlainGrant } from './asked-token.ts'
import { peekBody } from './peek-body.ts'
import type { TokenClients } from './TokenClients.ts'
import { lifetime, type TokenSigner } from './TokenSigner.ts'
import type { UsedProofs } from './UsedProofs.ts'

export interface HotTokensArgs {
  readonly settings: Settings
  readonly clients: TokenClients
  readonly holders: Holders
  readonly proofs: UsedProofs
  readonly signer: TokenSigner
}

interface Proved {
  readonly jti: string
  readonly thumbprint: string
}

/**
 * The short way of a token by client credentials (RFC 6749 §4.4), bound to a key (RFC 9449 §5), for what oidc-provider
 * would grant. Any other grant, what is unusual and what is refused are left to it.
 */
export class HotTokens {
  private readonly args: HotTokensArgs
  private readonly address: URL

  constructor(args: HotTokensArgs) {
    this.args = args
    this.address = new URL('.oidc/token', args.settings.baseUrl)
  }

  /** @returns whether it has answered; what goes wrong before it does is for CSS to tell. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const asked = askedToken(request, this.address)
    if (!asked) return false
    try {
      const body = await peekBody(request, asked.length)
      const token = body !== undefined && isPlainGrant(body) && (await this.token(asked))
      if (!token) return false
      request.resume()
      send(response, token, asked.headers)
      return true
    } catch (error) {
      if (response.headersSent) throw error
      return false
    }
  }

  private async token({ client, secret, proof }: AskedToken): Promise<string | undefined> {
    const { clients, proofs, signer } = this.args
    const key = await signer.key()
    // Asked last: between this and the token nothing is waited for.
    const webId = await clients.webIdOf(client, secret)
    const now = Date.now()
    const proved = webId !== undefined && this.proved(proof, now)
    if (!proved || !proofs.take(client, proved.jti)) return undefined
    return signer.token(key, { webId, client, thumbprint: proved.thumbprint }, now)
  }

  /** RFC 9449 §4.3. */
  private proved(text: string, now: number): Proved | undefined {
    const proof = splitJwt(text)
    const claims = proof && jsonObject(proof.claims)
    if (!claims) return undefined
    // oidc-provider reads these as well.
    if (['nonce', 'exp', 'nbf'].some((name) => claims[name] !== undefined)) return undefined
    const about = { method: 'POST', url: this.address.href, ath: '', namesToken: false }
    if (!isAbout(claims, about, now)) return undefined
    const key = this.args.holders.keys.of(proof.header)
    const signed = `${proof.header}.${proof.claims}`
    if (!key || !isSigned(key.alg, key.key, signed, decode(proof.signature))) return undefined
    return { jti: claims.jti, thumbprint: key.thumbprint }
  }
}

function send(response: ServerResponse, token: string, headers: IncomingHttpHeaders): void {
  const body = JSON.stringify({ access_token: token, expires_in: lifetime, token_type: 'DPoP' })
  response.writeHead(200, { ...head(headers), 'Content-Length': Buffer.byteLength(body) }).end(body)
}

/** What CSS and oidc-provider send. */
const head = (headers: IncomingHttpHeaders): OutgoingHttpHeaders => ({
  ...commonHead(headers),
  'Content-Security-Policy': `default-src 'none'; style-src ${errorStyleSource}; frame-ancestors 'none'`,
  Vary: 'Accept,Authorization,Origin',
  'Cache-Control': 'no-store',
  'Content-Type': 'application/json; charset=utf-8',
})
