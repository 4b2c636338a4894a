import { HttpHandler, type HttpHandlerInput } from '@solid/community-server'
import { errorStyleSource } from '../pages/ErrorPage.ts'

/** Whatever a pod holds is data to this origin: it runs no script, and is never taken for another type (DESIGN §8). */
export class PodHeaders extends HttpHandler {
  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    // The identity provider redirects and answers in JSON; a page of its own, if there is one left, does nothing.
    const policy = /^\/\.(account|oidc)(\/|$)/.test(request.url ?? '')
      ? `default-src 'none'; style-src ${errorStyleSource}`
      : 'sandbox'
    response.setHeader('content-security-policy', `${policy}; frame-ancestors 'none'`)
  }
}
