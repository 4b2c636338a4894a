import { type Credentials, CredentialsExtractor, type HttpRequest } from '@solid/community-server'
import type { RequestLimits } from './RequestLimits.ts'
import { TooManyRequests } from './too-many.ts'

/** Who sends a request to CSS, counted. It stands outside of what takes an error for nobody. */
export class LimitedCredentials extends CredentialsExtractor {
  private readonly source: CredentialsExtractor
  private readonly limits: RequestLimits

  constructor(source: CredentialsExtractor, limits: RequestLimits) {
    super()
    this.source = source
    this.limits = limits
  }

  /** @throws TooManyRequests */
  override async handle(request: HttpRequest): Promise<Credentials> {
    const credentials = await this.source.handleSafe(request)
    const wait = this.limits.ofWebId(request, credentials)
    if (wait > 0) throw new TooManyRequests(wait)
    return credentials
  }
}
