import {
  HttpError,
  type JsonInteractionHandlerInput,
  LocationInteractionHandler,
  MethodNotAllowedHttpError,
} from '@solid/community-server'

/**
 * The account API's addresses. Of those, each handler says whether the address and the method are its own, and CSS calls it
 * a fault of the server (500) where several object differently: there the address is known, and the method is not.
 */
export class AccountRoutes extends LocationInteractionHandler {
  override async canHandle(input: JsonInteractionHandlerInput): Promise<void> {
    try {
      await super.canHandle(input)
    } catch (error) {
      if (!HttpError.isInstance(error) || error.statusCode < 500) throw error
      throw new MethodNotAllowedHttpError(
        [input.method],
        'Cette adresse ne fait pas cela. / This address does not do that.',
      )
    }
  }
}
