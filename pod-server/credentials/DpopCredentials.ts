import type { IncomingMessage } from 'node:http'
import {
  type Credentials,
  CredentialsExtractor,
  type HttpRequest,
  type TargetExtractor,
  UnauthorizedHttpError,
} from '@solid/community-server'
import { clientAddress } from '../server/client-address.ts'
import { after, type Soon } from '../soon.ts'
import type { Holder } from './Holder.ts'
import type { Holders } from './Holders.ts'

type Request = Pick<IncomingMessage, 'headers' | 'method' | 'socket'>

/**
 * Who sends a request, for CSS. A proof is taken once: who asks again about the same request has the same answer, as long
 * as the token still stands.
 */
export class DpopCredentials extends CredentialsExtractor {
  private readonly holders: Holders
  private readonly targetExtractor: TargetExtractor
  /** By the headers of a request, which it keeps when it goes from the short way to CSS. */
  private readonly known = new WeakMap<object, Soon<Holder | undefined>>()

  constructor(holders: Holders, targetExtractor: TargetExtractor) {
    super()
    this.holders = holders
    this.targetExtractor = targetExtractor
  }

  /** A bearer token is no proof of who holds it (DESIGN §7). @throws UnauthorizedHttpError */
  override async handle(request: HttpRequest): Promise<Credentials> {
    const credentials = await this.of(request, () => this.urlOf(request))
    if (!credentials) throw new UnauthorizedHttpError('The token or its proof does not hold.')
    return credentials
  }

  /** `url`: that the request is for, without its query. @returns undefined for whoever does not show who they are. */
  of(request: Request, url: () => Soon<string>): Soon<Credentials | undefined> {
    if (request.headers.authorization === undefined) return undefined
    if (this.known.has(request.headers)) return this.again(request)
    const holder = this.verify(request, url)
    this.known.set(request.headers, holder)
    return after(holder, (found) => found && credentialsOf(found))
  }

  /** Of whoever was asked about before. @returns undefined also when the token has ended since: a body may come for minutes. */
  again({ headers }: Request): Soon<Credentials | undefined> {
    return after(this.known.get(headers), (found) =>
      after(found && this.holders.stands(found), (stands) =>
        found && stands ? credentialsOf(found) : undefined,
      ),
    )
  }

  private verify(request: Request, url: () => Soon<string>): Soon<Holder | undefined> {
    const { headers, method = '' } = request
    const { authorization, dpop } = headers
    const proof = typeof dpop === 'string' ? dpop : undefined
    const from = clientAddress(request)
    return after(url(), (said) => this.holders.of({ authorization, dpop: proof, method, url: said, from }))
  }

  private async urlOf(request: HttpRequest): Promise<string> {
    const { path } = await this.targetExtractor.handleSafe({ request })
    return path.replace(/\?.*$/s, '')
  }
}

const credentialsOf = ({ webId, client, issuer, grant }: Holder): Credentials => ({
  agent: { webId },
  issuer: { url: issuer },
  ...(client === undefined ? {} : { client: { clientId: client } }),
  ...(grant === undefined ? {} : { grant }),
})
