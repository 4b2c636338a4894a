import { type Credentials, CredentialsExtractor, type HttpRequest } from '@solid/community-server'

/** The `Origin` of a request, for rules that `acl:origin` narrows (WAC §5.3.3). It identifies nobody. */
export class RequestOrigin extends CredentialsExtractor {
  override async handle({ headers }: HttpRequest): Promise<Credentials> {
    return headers.origin ? { origin: headers.origin } : {}
  }
}
