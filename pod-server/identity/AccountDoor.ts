import { HttpHandler, type HttpHandlerInput, type HttpResponse } from '@solid/community-server'
import { parse as parseCookies } from 'cookie'
import { badAddress, isStorable } from '../server/address.ts'
import { isForeign } from '../server/foreign-page.ts'
import type { Refusal } from '../server/refusal.ts'
import type { AccountSessions } from '../sessions/AccountSessions.ts'
import type { Settings } from '../settings.ts'
import { askedFrom } from './asked-from.ts'
import { isPowerful } from './powerful.ts'

const foreign: Refusal = {
  status: 403,
  code: 'foreign-origin',
  message: {
    fr: 'Cette demande ne vient pas de nos pages : elle est refusée.',
    en: 'This request does not come from our pages: it is refused.',
  },
}

const ofPages: Refusal = {
  status: 403,
  code: 'use-our-pages',
  message: {
    fr: 'Cela demande encore le mot de passe : faites-le depuis les pages de votre compte.',
    en: 'This asks for the password once more: do it from the pages of your account.',
  },
}

const logInAgain: Refusal = {
  status: 403,
  code: 'log-in-again',
  message: {
    fr: 'Cela demande une connexion de moins de dix minutes : connectez-vous encore une fois.',
    en: 'This wants a log-in of ten minutes ago at most: log in once more.',
  },
}
/** For what is powerful, a tool has logged in just before. */
const freshMs = 10 * 60_000

/** Where who asks counts: of an app by who logs in to it, which is oidc-provider's to find, of any log-in, and of the old password. */
const countedPaths = ['/.account/oidc/', '/.account/login/', '/.account/account/']

const isAccountKey = (key: string): boolean => /^[0-9a-f-]{36}$/.test(key)

/**
 * The account API for our own pages and for tools that are no page (DESIGN §8): a page of another origin gets nothing,
 * whether it has the citizen's cookie or none; a change by cookie says where it comes from. A log-in that is open somewhere
 * is not enough for what is powerful: by cookie, it is done on our pages, which ask for the password again.
 */
export class AccountDoor extends HttpHandler {
  private readonly source: HttpHandler
  private readonly cookieName: string
  private readonly own: string
  private readonly sessions: AccountSessions

  constructor(source: HttpHandler, cookieName: string, settings: Settings, sessions: AccountSessions) {
    super()
    this.source = source
    this.cookieName = cookieName
    this.own = new URL(settings.baseUrl).origin
    this.sessions = sessions
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
    const [path = ''] = (request.url ?? '').split('?')
    // CSS reads other spellings of an address as the one that is judged here.
    if (!isStorable(path.replace(/^\/|\/$/g, ''))) return refuse(response, badAddress)
    const { origin, cookie = '' } = request.headers
    const account = parseCookies(cookie)[this.cookieName]
    const byCookie = account !== undefined
    // CSS makes them with randomUUID, and looks for anything else in the storage by its path.
    if (byCookie && !isAccountKey(account)) delete request.headers.cookie
    const [, token] = /^CSS-Account-Token\s+(.*)$/i.exec(request.headers.authorization ?? '') ?? []
    if (token !== undefined && !isAccountKey(token)) delete request.headers.authorization
    if ((byCookie && isForeign(request, this.own)) || (origin !== undefined && origin !== this.own))
      return refuse(response, foreign)
    if (isPowerful(request.method ?? '', path)) {
      if (byCookie) return refuse(response, ofPages)
      if (token !== undefined && !(await this.isFresh(token))) return refuse(response, logInAgain)
    }
    const isLogIn = countedPaths.some((path) => request.url?.startsWith(path))
    await (isLogIn ? askedFrom(request, () => this.source.handle(input)) : this.source.handle(input))
  }

  private async isFresh(token: string): Promise<boolean> {
    const session = isAccountKey(token) ? await this.sessions.session(token) : undefined
    // Who is logged in no longer is told so by CSS.
    if (!session) return true
    // What a browser has as its cookie is no tool's token, though CSS takes it for one; a recovery code proves less.
    return !session.isPage && !session.isRecovery && Date.now() - session.since < freshMs
  }
}

function refuse(response: HttpResponse, { status, code, message }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ code, message }))
}
