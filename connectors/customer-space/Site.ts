import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Bilingual, ConnectorError } from '../errors.ts'
import type { Connections } from '../onboarding/Connections.ts'
import type { CustomerSession, Onboarding } from '../onboarding/Onboarding.ts'
import type { PartnerCredentials } from '../solid/partner-file.ts'
import { type Customer, customers } from './customers.ts'
import { confirmPage, customerPage, logInPage, problemPage, styleSource } from './pages.ts'
import { languageCookie, languageOf, type Reader } from './reader.ts'
import { Sessions } from './Sessions.ts'
import { sendStatements } from './send-statements.ts'

/** A page, or where to go instead. */
type Answer =
  | { readonly page: string; readonly status?: number }
  | { readonly to: string; readonly cookie?: string }

export interface SiteArgs {
  readonly partner: PartnerCredentials
  /** The site's own address, with its slash. */
  readonly at: URL
  readonly onboarding: Onboarding
  readonly connections: Connections
  /** Adds the partner's DPoP token. */
  readonly fetch: typeof globalThis.fetch
}

/** Where the account origin sends customers back to. */
export const returnPath = 'retour'

const notHere: Bilingual = {
  fr: 'Cette adresse ne mène nulle part.',
  en: 'This address leads nowhere.',
}
const notOurs: Bilingual = {
  fr: 'Cette demande ne vient pas de nos pages : elle est refusée.',
  en: 'This request does not come from our pages: it is refused.',
}

/** The demonstration's customer space: log-in by a list of names, one connection a customer, their statements sent. */
export class Site {
  private readonly args: SiteArgs
  private readonly isSecure: boolean
  private readonly sessions = new Sessions()
  /** What a customer is told on the next page. */
  private readonly news = new Map<string, Bilingual>()

  constructor(args: SiteArgs) {
    this.args = args
    this.isSecure = args.at.protocol === 'https:'
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { cookie, 'accept-language': accepted } = request.headers
    const { pathname: path } = new URL(request.url ?? '/', this.args.at)
    const reader: Reader = { language: languageOf(cookie, accepted), path }
    const answer = await this.answer(request, reader).catch((error: unknown) => this.failed(error, reader))
    const headers = {
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        `style-src ${styleSource}`,
        // A form's redirect counts: to the account origin.
        `form-action 'self' ${new URL(this.args.partner.issuer).origin}`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    }
    if ('to' in answer) {
      const cookie = answer.cookie === undefined ? {} : { 'set-cookie': answer.cookie }
      response.writeHead(303, { ...headers, ...cookie, location: answer.to }).end()
    } else {
      const html = { 'content-type': 'text/html; charset=utf-8' }
      response.writeHead(answer.status ?? 200, { ...headers, ...html }).end(answer.page)
    }
  }

  private async answer(request: IncomingMessage, reader: Reader): Promise<Answer> {
    const { at } = this.args
    const url = new URL(request.url ?? '/', at)
    const session = this.sessions.of(request.headers.cookie)
    const customer = customers.find(({ id }) => id === session?.customer)
    if (request.method === 'GET') {
      return session && customer ? this.show(url, session, customer, reader) : this.stranger(reader)
    }
    if (request.method !== 'POST' || request.headers.origin !== at.origin)
      return this.problem(notOurs, 403, reader)
    const form = await readForm(request)
    if (url.pathname === '/log-in') return this.logIn(form)
    if (url.pathname === '/language') return this.speak(form)
    return session && customer ? this.act(url.pathname, form, session, customer, reader) : { to: '/' }
  }

  private stranger(reader: Reader): Answer {
    const { name } = this.args.partner
    // Whoever comes back without a session has begun nothing here.
    if (reader.path === `/${returnPath}`) throw new ConnectorError('onboarding-lost')
    return reader.path === '/'
      ? { page: logInPage(name, customers, reader) }
      : this.problem(notHere, 404, reader)
  }

  private async show(
    url: URL,
    session: CustomerSession,
    customer: Customer,
    reader: Reader,
  ): Promise<Answer> {
    const { partner, onboarding, connections } = this.args
    switch (url.pathname) {
      case '/': {
        const news = this.news.get(customer.id)
        this.news.delete(customer.id)
        const connection = await connections.of(customer.id)
        return { page: customerPage(partner.name, customer, { connection, news }, reader) }
      }
      case `/${returnPath}`: {
        const connection = await onboarding.finish(session, url.searchParams)
        // At once away from the address that holds the code.
        if (connection !== 'refused') return { to: '/confirm' }
        return this.told(customer, {
          fr: 'Vous avez refusé : rien n’est ouvert, rien n’est envoyé.',
          en: 'You said no: nothing is open, nothing is sent.',
        })
      }
      case '/confirm': {
        const connection = onboarding.toConfirm(session)
        return connection ? { page: confirmPage(partner.name, customer, connection, reader) } : { to: '/' }
      }
      default:
        return this.problem(notHere, 404, reader)
    }
  }

  private speak(form: URLSearchParams): Answer {
    const language = form.get('language') === 'en' ? 'en' : 'fr'
    // To a page of these, whatever the form says.
    const to = form.get('path') === '/confirm' ? '/confirm' : '/'
    return { to, cookie: languageCookie(language, this.isSecure) }
  }

  private logIn(form: URLSearchParams): Answer {
    const customer = customers.find(({ id }) => id === form.get('customer'))
    return customer ? { to: '/', cookie: this.sessions.open(customer.id, this.isSecure) } : { to: '/' }
  }

  private async act(
    path: string,
    form: URLSearchParams,
    session: CustomerSession,
    customer: Customer,
    reader: Reader,
  ): Promise<Answer> {
    const { partner, onboarding, connections, fetch } = this.args
    switch (path) {
      case '/log-out':
        return { to: '/', cookie: this.sessions.close(session, this.isSecure) }
      case '/connect':
        return { to: onboarding.begin(session) }
      case '/confirm':
        await onboarding.confirm(session, form.get('container') ?? '')
        return { to: '/' }
      case '/decline':
        onboarding.decline(session)
        return this.told(customer, {
          fr: 'Rien n’est envoyé. Si vous avez autorisé quelque chose sur un compte Traboule, retirez-le là-bas.',
          en: 'Nothing is sent. If you allowed anything on a Traboule account, take it back there.',
        })
      case '/forget':
        await connections.forget(customer.id)
        return this.told(customer, {
          fr: 'Nous n’enverrons plus rien. L’autorisation elle-même se retire sur votre compte Traboule.',
          en: 'We will send nothing more. The permission itself is taken back on your Traboule account.',
        })
      case '/deliver': {
        const connection = await connections.of(customer.id)
        if (!connection) return { to: '/' }
        return this.told(
          customer,
          await sendStatements(partner, connection, await customer.statements(), fetch),
        )
      }
      default:
        return this.problem(notHere, 404, reader)
    }
  }

  private told(customer: Customer, news: Bilingual): Answer {
    this.news.set(customer.id, news)
    return { to: '/' }
  }

  private problem(sentence: Bilingual, status: number, reader: Reader): Answer {
    return { page: problemPage(this.args.partner.name, sentence, reader), status }
  }

  private failed(error: unknown, reader: Reader): Answer {
    if (error instanceof ConnectorError) return this.problem(error.text, 409, reader)
    return this.problem({ fr: 'Une erreur de notre côté.', en: 'A fault on our side.' }, 500, reader)
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 4096) throw new RangeError('a form without end')
  }
  return new URLSearchParams(text)
}
