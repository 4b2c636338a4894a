import { HttpError, OwnershipValidator } from '@solid/community-server'
import { isHosted } from './hosted.ts'

type Input = Parameters<OwnershipValidator['handle']>[0]

/**
 * Asked about a WebID that is to be linked to an account which does not own its pod: there is none. On the stock server a
 * triple in the profile is proof enough, and whoever has Append there writes it (DESIGN §7). Of a WebID elsewhere the
 * same proof would be fetched from wherever a stranger says, without bounds.
 */
export class UnlinkableWebIds extends OwnershipValidator {
  private readonly baseUrl: string

  constructor(baseUrl: string) {
    super()
    this.baseUrl = baseUrl
  }

  /** @throws HttpError 403 */
  override async handle({ webId }: Input): Promise<void> {
    if (isHosted(webId, this.baseUrl)) throw notYours()
    throw refusal(
      'webid-elsewhere',
      'Une identité hébergée ailleurs ne se relie pas à un compte d’ici.',
      'A WebID that is hosted elsewhere cannot be linked to an account here.',
    )
  }
}

export const notYours = (): HttpError =>
  refusal(
    'webid-not-yours',
    'Cette identité appartient à l’espace d’un autre compte : elle ne se relie qu’à celui-là.',
    'This WebID belongs to the pod of another account: it can be linked to that one alone.',
  )

function refusal(errorCode: string, fr: string, en: string): HttpError {
  return new HttpError(403, 'ForbiddenHttpError', `${fr} / ${en}`, { errorCode })
}
