import { join } from 'node:path'
import {
  HttpHandler,
  type HttpHandlerInput,
  type HttpRequest,
  NotImplementedHttpError,
} from '@solid/community-server'
import { packageRoot } from '../package-root.ts'
import { type AppSite, agentUrl, type Settings } from '../settings.ts'
import { fileHeaders, pageHeaders } from './app-headers.ts'
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
    setHeaders(response, fileHeaders)
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
    if (files.has(name)) {
      if (name.endsWith('.html')) setHeaders(response, pageHeaders(site, this.settings))
      files.send(name, request, response)
    } else
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
}

function setHeaders(response: HttpHandlerInput['response'], headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

function sendJson(response: HttpHandlerInput['response'], type: string, value: unknown): void {
  response
    .writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
    .end(JSON.stringify(value, null, 2))
}
