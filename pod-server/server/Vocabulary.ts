import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { renderDocumentation } from '#vocab/documentation'
import { readOntology } from '#vocab/sources'

/** Serves the vocabulary at `/ns`: a page for people, Turtle for machines. */
export class Vocabulary extends HttpHandler {
  private readonly forms = new Map<boolean, string>()

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!/^\/ns([?#]|$)/.test(request.url ?? '')) throw new NotImplementedHttpError('not the vocabulary')
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new NotImplementedHttpError('only read')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const html = String(request.headers.accept ?? '').includes('text/html')
    const body = this.forms.get(html) ?? (html ? renderDocumentation() : readOntology())
    this.forms.set(html, body)
    response.setHeader('content-type', html ? 'text/html; charset=utf-8' : 'text/turtle; charset=utf-8')
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    response.setHeader('vary', 'accept')
    // It is public, and nobody's.
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('x-content-type-options', 'nosniff')
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
  }
}
