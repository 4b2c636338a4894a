import {
  HttpError,
  JsonInteractionHandler,
  type JsonRepresentation,
  type JsonView,
} from '@solid/community-server'

/** Stands where CSS has its own resets, whose record is kept as it is mailed, and which end no log-in: ours are a page. */
export class NoStockResets extends JsonInteractionHandler implements JsonView {
  private readonly page: string

  constructor(baseUrl: string) {
    super()
    this.page = `${baseUrl}.account/reset/`
  }

  async getView(): Promise<JsonRepresentation> {
    return { json: { page: this.page } }
  }

  /** @throws HttpError 403 `use-our-pages` */
  override async handle(): Promise<JsonRepresentation> {
    throw new HttpError(
      403,
      'ForbiddenHttpError',
      `Un nouveau mot de passe se demande sur la page ${this.page} : rien n’a été envoyé. / A new password is asked for on the page ${this.page}: nothing was sent.`,
      { errorCode: 'use-our-pages' },
    )
  }
}
