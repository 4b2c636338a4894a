import { join } from 'node:path'
import {
  getLoggerFor,
  HttpHandler,
  type HttpHandlerInput,
  type HttpRequest,
  NotImplementedHttpError,
} from '@solid/community-server'
import { type AppSite, agentUrl, type Settings } from '../settings.ts'
import { alteredPage, alteredStyleSource } from './altered-page.ts'
import { fileHeaders, pageHeaders, serviceWorker, serviceWorkerHeaders } from './app-headers.ts'
import { appFolder, builtApps } from './built-apps.ts'
import { clientDocument } from './client-document.ts'
import { differences, pinsFile, readPins } from './pins.ts'
import { readFolder, StaticFiles } from './static-files.ts'

/** Serves each app on its own host: its files, its Client ID document, its configuration. Nothing of a pod. */
export class AppSites extends HttpHandler {
  private readonly logger = getLoggerFor(this)
  private readonly settings: Settings
  private readonly folder: string
  private readonly files = new Map<string, Promise<StaticFiles | undefined>>()

  constructor(settings: Settings, folder = builtApps) {
    super()
    this.settings = settings
    this.folder = folder
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
    if (!files) {
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; style-src ${alteredStyleSource}; frame-ancestors 'none'; sandbox`,
      )
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      response.end(request.method === 'HEAD' ? undefined : alteredPage)
    } else if (files.has(name)) {
      if (name.endsWith('.html')) setHeaders(response, pageHeaders(site, this.settings))
      if (name === serviceWorker) setHeaders(response, serviceWorkerHeaders)
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

  private filesOf({ id }: AppSite): Promise<StaticFiles | undefined> {
    const known = this.files.get(id)
    if (known !== undefined) return known
    const files = this.asBuilt(appFolder(id))
    this.files.set(id, files)
    // What could not be read is read again when it is next asked for.
    files.catch(() => this.files.delete(id))
    return files
  }

  /** Read once. @returns undefined for an app that is not, file for file, what the build made. */
  private async asBuilt(app: string): Promise<StaticFiles | undefined> {
    const contents = await readFolder(join(this.folder, app))
    const pins = (await readPins(this.folder)).get(app)
    const found = differences(pins, contents)
    for (const { name, is } of found) this.logger.error(`app not served: ${app}${name} is ${is}`)
    if (!pins) this.logger.error(`app not served: ${pinsFile} says nothing of ${app}`)
    return pins && found.length === 0 ? StaticFiles.of(contents) : undefined
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
