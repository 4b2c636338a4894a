import { join } from 'node:path'
import {
  HttpHandler,
  type HttpHandlerInput,
  type HttpRequest,
  NotImplementedHttpError,
} from '@solid/community-server'
import { packageRoot } from '../package-root.ts'
import { type AppSite, agentUrl, type Settings } from '../settings.ts'
import { clientDocument } from './client-document.ts'
import { StaticFiles } from './static-files.ts'

/** Serves each app on its own host: its files, its Client ID document, its configuration. Nothing of a pod. */
export class AppSites extends HttpHandler {
  private readonly settings: Settings
  private readonly files = new Map<string, StaticFiles>()

  constructor(settings: Settings) {
    super()
    this.settings = settings
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!this.site(request)) throw new NotImplementedHttpError('not an app host')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const site = this.site(request) as AppSite
    const path = (request.url ?? '/').replace(/[?#].*$/s, '')
    for (const [name, value] of Object.entries(this.headers())) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    if (path === '/id') {
      // Any issuer may read it: a Client ID document is public (Solid-OIDC §5.1).
      response.setHeader('access-control-allow-origin', '*')
      sendJson(response, 'application/ld+json', clientDocument(site))
      return
    }
    if (path === '/config.json') {
      sendJson(response, 'application/json', this.appConfig(site))
      return
    }
    const files = await this.filesOf(site)
    const name = path === '/' ? '/index.html' : path
    if (files.has(name)) files.send(name, request, response)
    else
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Page introuvable / Not found\n')
  }

  private site(request: HttpRequest): AppSite | undefined {
    const host = request.headers.host?.toLowerCase()
    return this.settings.apps.find(({ origin }) => new URL(origin).host === host)
  }

  private async filesOf({ id }: AppSite): Promise<StaticFiles> {
    const files =
      this.files.get(id) ??
      (await StaticFiles.read(join(packageRoot, 'dist/apps', id === 'home' ? 'browser' : id)))
    this.files.set(id, files)
    return files
  }

  private appConfig(site: AppSite) {
    return {
      issuer: this.settings.baseUrl,
      agent: agentUrl(this.settings),
      account: `${this.settings.baseUrl}.account/`,
      clientId: site.clientId,
      apps: Object.fromEntries(this.settings.apps.map(({ id, origin }) => [id, `${origin}/`])),
    }
  }

  private headers(): Record<string, string> {
    const pods = new URL(this.settings.baseUrl).origin
    return {
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        `connect-src 'self' ${pods}`,
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        `form-action 'self' ${pods}`,
        "frame-ancestors 'none'",
      ].join('; '),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    }
  }
}

function sendJson(response: HttpHandlerInput['response'], type: string, value: unknown): void {
  response
    .writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
    .end(JSON.stringify(value, null, 2))
}
