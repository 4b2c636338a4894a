import { HttpHandler, type HttpHandlerInput } from '@solid/community-server'
import { parse as parseCookies } from 'cookie'
import { isForeign } from '../server/foreign-page.ts'
import type { Refusal } from '../server/refusal.ts'
import type { Settings } from '../settings.ts'
import { askedFrom } from './asked-from.ts'

const foreign: Refusal = {
  status: 403,
  code: 'foreign-origin',
  message: {
    fr: 'Cette demande ne vient pas de nos pages : elle est refusée.',
    en: 'This request does not come from our pages: it is refused.',
  },
}

/** Where who asks counts: of an app by who logs in to it, which is oidc-provider's to find, and of a password, also of the old one. */
const countedPaths = ['/.account/oidc/', '/.account/login/password/', '/.account/account/']

const isAccountKey = (key: string): boolean => /^[0-9a-f-]{36}$/.test(key)

/**
 * The account API for our own pages and for tools that are no page (DESIGN §8): a page of another origin gets nothing,
 * whether it has the citizen's cookie or none; a change by cookie says where it comes from.
 */
export class AccountDoor extends HttpHandler {
  private readonly source: HttpHandler
  private readonly cookieName: string
  private readonly own: string

  constructor(source: HttpHandler, cookieName: string, settings: Settings) {
    super()
    this.source = source
    this.cookieName = cookieName
    this.own = new URL(settings.baseUrl).origin
  }

  override async canHandle(input: HttpHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  override async handle(input: HttpHandlerInput): Promise<void> {
    const { request, response } = input
    // No other origin reads an answer of this API, whatever the middleware said.
    for (const name of response.getHeaderNames()) {
      if (name.startsWith('access-control-')) response.removeHeader(name)
    }
    const { origin, cookie = '' } = request.headers
    const account = parseCookies(cookie)[this.cookieName]
    const byCookie = account !== undefined
    // CSS makes them with randomUUID, and looks for anything else in the storage by its path.
    if (byCookie && !isAccountKey(account)) delete request.headers.cookie
    const [, token] = /^CSS-Account-Token\s+(.*)$/i.exec(request.headers.authorization ?? '') ?? []
    if (token !== undefined && !isAccountKey(token)) delete request.headers.authorization
    if ((byCookie && isForeign(request, this.own)) || (origin !== undefined && origin !== this.own)) {
      const { status, code, message } = foreign
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ code, message }))
      return
    }
    const isLogIn = countedPaths.some((path) => request.url?.startsWith(path))
    await (isLogIn ? askedFrom(request, () => this.source.handle(input)) : this.source.handle(input))
  }
}
