import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type Credentials,
  type CredentialsExtractor,
  HttpHandler,
  type HttpHandlerInput,
  type HttpRequest,
  NotImplementedHttpError,
  type TargetExtractor,
} from '@solid/community-server'
import { toHex } from '#vocab/journal/chain'
import { LDP } from '#vocab/namespaces'
import type { PodEngine } from '../engine/PodEngine.ts'
import { letGo } from '../server/read-bounded.ts'
import type { Journal } from './Journal.ts'
import { modeOf } from './Journalled.ts'
import type { LogOwner } from './LogOwner.ts'
import { LogPages } from './LogPages.ts'
import { type LogPlace, logPlaceOf } from './log-place.ts'

export interface LogHandlerArgs {
  readonly journal: Journal
  readonly owner: LogOwner
  readonly engine: PodEngine
  readonly credentialsExtractor: CredentialsExtractor
  readonly targetExtractor: TargetExtractor
  readonly baseUrl: string
}

interface Target extends LogPlace {
  readonly url: string
}

const refusals = {
  401: {
    code: 'not-logged-in',
    fr: 'Identifiez-vous pour lire ce journal.',
    en: 'Say who you are to read this log.',
  },
  403: {
    code: 'not-allowed',
    fr: 'Seule la personne à qui est cet espace lit son journal, avec le navigateur de l’espace ou ses identifiants techniques.',
    en: 'The owner of this pod alone reads its log, with the pod browser or own client credentials.',
  },
  404: {
    code: 'not-found',
    fr: 'Rien n’a été noté ce jour-là.',
    en: 'Nothing was written down on that day.',
  },
  405: {
    code: 'kept-by-the-server',
    fr: 'Le serveur seul écrit le journal.',
    en: 'The server alone writes the log.',
  },
} as const

/**
 * Serves `/{pod}/log/` and its days, as Turtle, to the owner alone; nobody writes there. Whatever else the pod's rules say, and
 * whatever somebody has put there before, is behind it.
 */
export class LogHandler extends HttpHandler {
  private readonly args: LogHandlerArgs
  private readonly pages: LogPages

  constructor(args: LogHandlerArgs) {
    super()
    this.args = args
    this.pages = new LogPages(args.engine.journals, args.baseUrl)
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!(await this.targetOf(request))) throw new NotImplementedHttpError('no log')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const { method = 'GET' } = request
    const { journal, owner, credentialsExtractor, baseUrl } = this.args
    const target = (await this.targetOf(request)) as Target
    const refuse = (status: keyof typeof refusals) => {
      const { code, fr, en } = refusals[status]
      if (status === 401) response.setHeader('www-authenticate', 'DPoP scope="openid webid"')
      if (status === 405) response.setHeader('allow', 'GET, HEAD, OPTIONS')
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(method === 'HEAD' ? undefined : JSON.stringify({ code, message: { fr, en } }))
      letGo(request)
    }
    // Of a token that does not hold nobody is known: fail closed.
    const asker: Credentials = await credentialsExtractor.handleSafe(request).catch(() => ({}))
    if (!(await owner.is(asker, `${baseUrl}${target.pod}/`))) {
      await journal.refused(asker, target.url, modeOf(method, target.url))
      return refuse(asker.agent ? 403 : 401)
    }
    if (method !== 'GET' && method !== 'HEAD') return refuse(405)
    // What has just happened is in it.
    await journal.flush(true)
    const page = target.day === null ? undefined : await this.pages.of(target.pod, target.day)
    if (!page) return refuse(404)
    const etag = `"log-${page.from}-${page.mark.number}-${toHex(page.mark.hash).slice(0, 16)}"`
    response.setHeader('etag', etag)
    response.setHeader('cache-control', 'private, no-cache')
    response.setHeader('wac-allow', 'user="read"')
    response.setHeader('allow', 'GET, HEAD, OPTIONS')
    const types = ['Resource', ...(target.day === undefined ? ['Container', 'BasicContainer'] : [])]
    response.setHeader('link', types.map((type) => `<${LDP}${type}>; rel="type"`).join(', '))
    response.setHeader('vary', 'Authorization,Origin')
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end()
      return
    }
    response.writeHead(200, { 'content-type': 'text/turtle' })
    if (method === 'HEAD') response.end()
    // Who does not wait for the end has not read it.
    else await pipeline(Readable.from(page.text()), response).catch(() => response.destroy())
  }

  private async targetOf(request: HttpRequest): Promise<Target | undefined> {
    const { targetExtractor, baseUrl, engine } = this.args
    const target = await targetExtractor.handleSafe({ request }).catch(() => undefined)
    if (!target?.path.startsWith(baseUrl)) return undefined
    const url = target.path.replace(/\?.*$/s, '')
    const place = logPlaceOf(url.slice(baseUrl.length))
    return place && (await engine.get(place.pod))?.isContainer ? { ...place, url } : undefined
  }
}
