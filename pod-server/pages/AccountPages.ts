import { join } from 'node:path'
import {
  HttpHandler,
  type HttpHandlerInput,
  type HttpRequest,
  NotImplementedHttpError,
} from '@solid/community-server'
import { packageRoot } from '../package-root.ts'
import { agentUrl, type Settings } from '../settings.ts'
import { StaticFiles } from '../sites/static-files.ts'

const assets = '/.account-assets/'

/** Which of our pages stands at which address of the account origin; the JSON behind the same addresses stays CSS's. */
const pages: readonly (readonly [path: RegExp, file: string])[] = [
  [/^\/$/, '/home.html'],
  [/^\/\.account\/login\/(password\/)?$/, '/login.html'],
  [/^\/\.account\/login\/code\/$/, '/code.html'],
  [/^\/\.account\/oidc\/(consent|pick-webid)\/$/, '/consent.html'],
  [/^\/\.account\/(account\/[^/]+\/)?$/, '/account.html'],
  [/^\/\.account\/(join|login\/password\/register)\/$/, '/join.html'],
  [/^\/\.account\/(reset|login\/password\/(forgot|reset))\/$/, '/reset.html'],
  [/^\/\.account\/recovery\/$/, '/recovery.html'],
  [/^\/\.account\/security\/$/, '/security.html'],
  [/^\/\.account\/erase\/$/, '/erase.html'],
  [/^\/\.agent\/grant$/, '/grant.html'],
  [/^\/\.agent\/onboard$/, '/onboard.html'],
  [/^\/\.agent\/share$/, '/share.html'],
  [/^\/\.agent\/trust$/, '/trust.html'],
]

/** The pages of the account origin: power without data (DESIGN §7). No pod content is ever shown here. */
export class AccountPages extends HttpHandler {
  private readonly settings: Settings
  private files: Promise<StaticFiles> | undefined

  constructor(settings: Settings) {
    super()
    this.settings = settings
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!(await this.file(request))) throw new NotImplementedHttpError('not a page')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const name = (await this.file(request)) as string
    for (const [header, value] of Object.entries(this.headers())) response.setHeader(header, value)
    ;(await this.built()).send(name, request, response)
  }

  private async file(request: HttpRequest): Promise<string | undefined> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const path = (request.url ?? '/').replace(/\?.*$/s, '')
    const name = path.startsWith(assets)
      ? path.slice(assets.length - 1)
      : wantsHtml(request, path)
        ? pages.find(([pattern]) => pattern.test(path))?.[1]
        : undefined
    return name && (await this.built()).has(name) ? name : undefined
  }

  private built(): Promise<StaticFiles> {
    this.files ??= StaticFiles.read(join(packageRoot, 'dist/apps/account'))
    return this.files
  }

  private headers(): Record<string, string> {
    // Scripts by their folder and not by 'self': a pod on this origin cannot lend one (DESIGN §8).
    const own = `${this.settings.baseUrl}${assets.slice(1)}`
    return {
      'content-security-policy': [
        "default-src 'none'",
        `script-src ${own}`,
        `style-src ${own}`,
        `img-src ${own} data:`,
        `connect-src ${this.settings.baseUrl}.account/ ${agentUrl(this.settings)} ${this.settings.baseUrl}.oidc/`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    }
  }
}

/** A browser that opens a page, or whoever takes anything at the front door; Solid clients ask for RDF or JSON and get that. */
function wantsHtml({ headers }: HttpRequest, path: string): boolean {
  const accept = String(headers.accept ?? '*/*')
  if (/(^|,)\s*text\/html\b/.test(accept)) return true
  return path === '/' && accept.includes('*/*') && !/turtle|json|rdf|n-triples|n-quads|n3|trig/.test(accept)
}
