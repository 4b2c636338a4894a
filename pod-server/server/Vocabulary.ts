import type { ServerResponse } from 'node:http'
import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { type Language, languages } from '#vocab/documentation/language'
import { takesGzip } from '../hot/accept.ts'
import { chosenForm } from './chosen-form.ts'
import { chosenLanguage } from './chosen-language.ts'
import type { Refusal } from './refusal.ts'
import { contextForm, type Form, vocabularyForm, vocabularyTypes } from './vocabulary-forms.ts'
import { vocabularyPolicy } from './vocabulary-policy.ts'

const unacceptable: Refusal = {
  status: 406,
  code: 'not-acceptable',
  message: {
    fr: `Le vocabulaire existe sous ces formes : ${vocabularyTypes.join(', ')}.`,
    en: `The vocabulary is to be had in these forms: ${vocabularyTypes.join(', ')}.`,
  },
}

const unknownLanguage: Refusal = {
  status: 400,
  code: 'unknown-language',
  message: {
    fr: `La documentation existe en ces langues : ${languages.join(', ')}.`,
    en: `The documentation is to be had in these languages: ${languages.join(', ')}.`,
  },
}

/** What is always the same, whatever is accepted. */
const fixed: Readonly<Record<string, () => Form>> = {
  '/vocab/context.jsonld': contextForm,
  '/vocab/ns.ttl': () => vocabularyForm('text/turtle'),
  '/vocab/ns.jsonld': () => vocabularyForm('application/ld+json'),
}

/**
 * `/vocab/ns`, which stands for `https://w3id.org/traboule/ns` and so for the IRI of every term: a page for people,
 * in the language that `?lang=` or their browser says, Turtle or JSON-LD for programs, which `/vocab/ns.ttl` and
 * `/vocab/ns.jsonld` are too. `/vocab/context.jsonld`: the names of our terms in JSON-LD.
 */
export class Vocabulary extends HttpHandler {
  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!/^\/vocab(?:\/(?:ns(?:\.ttl|\.jsonld)?|context\.jsonld)?)?(?:\?|$)/.test(request.url ?? ''))
      throw new NotImplementedHttpError('not the vocabulary')
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new NotImplementedHttpError('only read')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
    // It is public, and nobody's.
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('x-content-type-options', 'nosniff')
    const asked = languageAsked(query)
    // A fragment goes along with who is sent on (RFC 9110 §10.2.2).
    if (/^\/vocab\/?$/.test(path)) {
      response.writeHead(308, { location: asked ? `/vocab/ns?lang=${asked}` : '/vocab/ns' }).end()
      return
    }
    const form = fixed[path]
    if (form) {
      response.setHeader('vary', 'accept-encoding')
      send(form(), { request, response })
      return
    }
    response.setHeader('vary', 'accept, accept-language, accept-encoding')
    const { accept, 'accept-language': spoken } = request.headers
    const type = chosenForm(accept, vocabularyTypes)
    if (!type) refuse(unacceptable, response)
    else if (type === 'text/html' && asked === null) refuse(unknownLanguage, response)
    else send(vocabularyForm(type, asked ?? chosenLanguage(spoken, languages)), { request, response })
  }
}

/** @returns undefined where the address says none, null where it says one that there is not, or several. */
function languageAsked(query: string): Language | undefined | null {
  const said = new URLSearchParams(query).getAll('lang')
  return said.length === 0 ? undefined : (languages.find((it) => said.length === 1 && it === said[0]) ?? null)
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
  if (form.language) response.setHeader('content-language', form.language)
  response.setHeader('content-security-policy', vocabularyPolicy)
  response.writeHead(200).end(method === 'HEAD' ? undefined : bytes)
}

/** RFC 9110 §13.1.2: compared weakly. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((it) => it.trim() === '*' || it.trim().replace(/^W\//, '') === etag)

function refuse({ status, code, message }: Refusal, response: ServerResponse): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ code, message }))
}
