import type { IncomingMessage } from 'node:http'
import {
  type Credentials,
  CredentialsExtractor,
  type HttpRequest,
  type TargetExtractor,
  UnauthorizedHttpError,
} from '@solid/community-server'
import type { Holder } from './Holder.ts'
import type { Holders } from './Holders.ts'

type Request = Pick<IncomingMessage, 'headers' | 'method'>

/** Who sends a request, for CSS. A proof is taken once: who asks again about the same request has the same answer. */
export class DpopCredentials extends CredentialsExtractor {
  private readonly holders: Holders
  private readonly targetExtractor: TargetExtractor
  /** By the headers of a request, which it keeps when it goes from the short way to CSS. */
  private readonly known = new WeakMap<object, Promise<Holder | undefined>>()

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
  async of(request: Request, url: () => Promise<string>): Promise<Credentials | undefined> {
    if (request.headers.authorization === undefined) return undefined
    const known = this.known.get(request.headers) ?? this.verify(request, url)
    this.known.set(request.headers, known)
    const holder = await known
    if (!holder) return undefined
    const { webId, client, issuer } = holder
    return {
      agent: { webId },
      issuer: { url: issuer },
      ...(client === undefined ? {} : { client: { clientId: client } }),
    }
  }

  private async verify({ headers, method = '' }: Request, url: () => Promise<string>) {
    const { authorization, dpop } = headers
    const proof = typeof dpop === 'string' ? dpop : undefined
    return this.holders.of({ authorization, dpop: proof, method, url: await url() })
  }

  private async urlOf(request: HttpRequest): Promise<string> {
    const { path } = await this.targetExtractor.handleSafe({ request })
    return path.replace(/\?.*$/s, '')
  }
}
