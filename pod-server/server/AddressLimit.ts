import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { badAddress, isAddress } from './address.ts'
import { letGo } from './read-bounded.ts'

/** Refuses addresses that can name nothing here, so that no storage meets them and tells its folders in an error. */
export class AddressLimit extends HttpHandler {
  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (isAddress(request.url ?? '/')) throw new NotImplementedHttpError('within the limits')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const { status, code, message } = badAddress
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ code, message }))
    letGo(request)
  }
}
