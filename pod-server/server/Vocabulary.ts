import type { ServerResponse } from 'node:http'
import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { takesGzip } from '../hot/accept.ts'
import { chosenForm } from './chosen-form.ts'
import type { Refusal } from './refusal.ts'
import { contextForm, type Form, vocabularyForm, vocabularyTypes } from './vocabulary-forms.ts'

const unacceptable: Refusal = {
  status: 406,
  code: 'not-acceptable',
  message: {
    fr: `Le vocabulaire existe sous ces formes : ${vocabularyTypes.join(', ')}.`,
    en: `The vocabulary is to be had in these forms: ${vocabularyTypes.join(', ')}.`,
  },
}

/**
 * `/vocab/ns`, which stands for `https://w3id.org/traboule/ns` and so for the IRI of every term: a page for people, Turtle
 * or JSON-LD for programs. `/vocab/context.jsonld`: the names of our terms in JSON-LD.
 */
export class Vocabulary extends HttpHandler {
  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!/^\/vocab(?:\/(?:ns|context\.jsonld)?)?(?:\?|$)/.test(request.url ?? ''))
      throw new NotImplementedHttpError('not the vocabulary')
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new NotImplementedHttpError('only read')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?')
    // It is public, and nobody's.
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('x-content-type-options', 'nosniff')
    // A fragment goes along with who is sent on (RFC 9110 §10.2.2).
    if (/^\/vocab\/?$/.test(path)) {
      response.writeHead(308, { location: '/vocab/ns' }).end()
      return
    }
    if (path === '/vocab/context.jsonld') {
      response.setHeader('vary', 'accept-encoding')
      send(contextForm(), { request, response })
      return
    }
    response.setHeader('vary', 'accept, accept-encoding')
    const type = chosenForm(request.headers.accept, vocabularyTypes)
    if (type) send(vocabularyForm(type), { request, response })
    else refuse(response)
  }
}

function send(form: Form, { request, response }: HttpHandlerInput): void {
  const { headers, method } = request
  const isPacked = takesGzip(headers['accept-encoding'])
  const etag = isPacked ? form.etag.replace(/"$/, '-gzip"') : form.etag
  response.setHeader('etag', etag)
  response.setHeader('cache-control', 'public, max-age=3600')
  if (isKnown(headers['if-none-match'], etag)) {
    response.writeHead(304).end()
    return
  }
  const bytes = isPacked ? form.packed : form.bytes
  if (isPacked) response.setHeader('content-encoding', 'gzip')
  response.setHeader('content-type', form.type)
  response.setHeader('content-length', bytes.length)
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  )
  response.writeHead(200).end(method === 'HEAD' ? undefined : bytes)
}

/** RFC 9110 §13.1.2: compared weakly. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((it) => it.trim() === '*' || it.trim().replace(/^W\//, '') === etag)

function refuse(response: ServerResponse): void {
  const { status, code, message } = unacceptable
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ code, message }))
}
