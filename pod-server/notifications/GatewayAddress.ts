import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { SOLID } from '#vocab/namespaces'
import type { Settings } from '../settings.ts'
import { gatewayPath, wellKnownPath } from './gateway-paths.ts'

/**
 * Tells at the origin where the gateway of notifications is, as clients of the draft before the Solid Notifications
 * Protocol ask (`@inrupt/solid-client-notifications`). One and the same to everybody: of pods it says nothing.
 */
export class GatewayAddress extends HttpHandler {
  private readonly body: string

  constructor({ baseUrl }: Settings) {
    super()
    this.body = `<${baseUrl}> <${SOLID}notificationGateway> <${baseUrl}${gatewayPath}> .\n`
  }

  override async canHandle({ request: { url, method } }: HttpHandlerInput): Promise<void> {
    if (url?.replace(/\?.*$/, '') !== wellKnownPath) throw new NotImplementedHttpError('not the origin’s')
    if (method !== 'GET' && method !== 'HEAD') throw new NotImplementedHttpError('only read')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    response.writeHead(200, {
      'content-type': 'text/turtle',
      // It is public, and nobody's.
      'access-control-allow-origin': '*',
      'cache-control': 'max-age=300',
      'x-content-type-options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : this.body)
  }
}
