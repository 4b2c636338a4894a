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
    return withOrigin(await this.source.handleSafe(request), request.headers.origin)
  }
}

export const withOrigin = (credentials: Credentials, origin: string | undefined): Credentials =>
  origin === undefined ? credentials : Object.defineProperty({ ...credentials }, 'origin', { value: origin })
