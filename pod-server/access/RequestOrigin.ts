import { type Credentials, CredentialsExtractor, type HttpRequest } from '@solid/community-server'

/**
 * Adds the `Origin` of a request to who sends it, for rules that `acl:origin` narrows (WAC §5.3.3). It identifies nobody:
 * CSS, which counts what it can enumerate, still answers 401 to nobody.
 */
export class RequestOrigin extends CredentialsExtractor {
  private readonly source: CredentialsExtractor

  constructor(source: CredentialsExtractor) {
    super()
    this.source = source
  }

  override async handle(request: HttpRequest): Promise<Credentials> {
    const credentials = { ...(await this.source.handleSafe(request)) }
    return Object.defineProperty(credentials, 'origin', { value: request.headers.origin })
  }
}
