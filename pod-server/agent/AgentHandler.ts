import {
  type ClientCredentialsStore,
  type Credentials,
  type CredentialsExtractor,
  getLoggerFor,
  HttpError,
  HttpHandler,
  type HttpHandlerInput,
  type HttpRequest,
  type HttpResponse,
  NotImplementedHttpError,
  type PodStore,
  type ResourceStore,
  type WebIdStore,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { Erasures } from '../erasure/Erasures.ts'
import { askedFrom } from '../identity/asked-from.ts'
import { type ClientDocuments, ClientRefusal } from '../identity/ClientDocuments.ts'
import type { RevocableTokens } from '../identity/RevocableTokens.ts'
import { rememberBrowser } from '../identity/remember-browser.ts'
import type { SignUps } from '../invitations/SignUps.ts'
import type { Journal } from '../journal/Journal.ts'
import { TooManyRequests } from '../limits/too-many.ts'
import type { WayInLetters } from '../mail/WayInLetters.ts'
import type { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { PasskeyRefusal } from '../passkeys/PasskeyRefusal.ts'
import type { Passkeys } from '../passkeys/Passkeys.ts'
import type { ScryptPasswords } from '../passwords/ScryptPasswords.ts'
import type { Resets } from '../resets/Resets.ts'
import { clientAddress } from '../server/client-address.ts'
import type { AccountSessions } from '../sessions/AccountSessions.ts'
import { LogIns } from '../sessions/LogIns.ts'
import { RecoveryCodes } from '../sessions/RecoveryCodes.ts'
import { agentUrl, type Settings } from '../settings.ts'
import type { ClientMetadata } from '../sites/client-metadata.ts'
import { Tries } from '../tries/Tries.ts'
import { Apps } from './apps.ts'
import { Callers } from './Callers.ts'
import type { Call } from './call.ts'
import type { Caller } from './caller.ts'
import { AgentError } from './errors.ts'
import { OwnerRules } from './OwnerRules.ts'
import { Onboarding } from './onboarding/Onboarding.ts'
import { Persons } from './Persons.ts'
import { PodGrants } from './PodGrants.ts'
import { readJson } from './read-json.ts'
import type { Reading } from './receipt.ts'
import { refusedAsLogIn } from './refused-password.ts'
import { PartnerRegistry } from './registry.ts'
import { routes } from './routes.ts'
import { sendAnswer } from './send-answer.ts'
import { isOnWholeSpace } from './standing.ts'

export interface AgentHandlerArgs {
  readonly settings: Settings
  readonly cookieName: string
  readonly cookieStore: AccountSessions
  readonly podStore: PodStore
  readonly webIdStore: WebIdStore
  readonly resourceStore: ResourceStore
  readonly engine: PodEngine
  readonly credentialsExtractor: CredentialsExtractor
  readonly provider: RevocableTokens
  readonly passwordStore: ScryptPasswords
  readonly clientCredentialsStore: ClientCredentialsStore
  readonly signUps: SignUps
  readonly resets: Resets
  readonly wayInLetters: WayInLetters
  readonly erasures: Erasures
  readonly passkeys: Passkeys
  readonly journal: Journal
  readonly clientDocuments: ClientDocuments
  /** For the documents of persons whom citizens name. */
  readonly reader: OutgoingReader
}

/** The authorization agent over HTTP (DESIGN §7): finds out who calls, and answers in JSON. */
export class AgentHandler extends HttpHandler {
  private readonly logger = getLoggerFor(this)
  private readonly args: AgentHandlerArgs
  private readonly base: URL
  private readonly grants: PodGrants
  private readonly partners: PartnerRegistry
  private readonly apps: Apps
  private readonly ownerRules: OwnerRules
  private readonly onboarding: Onboarding
  private readonly persons: Persons
  private readonly callers: Callers
  private readonly logIns: LogIns
  private readonly tries: Tries
  private readonly recoveryCodes: RecoveryCodes

  constructor(args: AgentHandlerArgs) {
    super()
    this.args = args
    this.base = new URL(agentUrl(args.settings))
    this.callers = new Callers(args, this.base)
    this.grants = new PodGrants(args.resourceStore, args.engine, args.settings.baseUrl)
    this.partners = new PartnerRegistry(args.settings.dataFolder)
    this.apps = new Apps(args.settings)
    this.tries = new Tries(args.engine)
    this.recoveryCodes = new RecoveryCodes(args.engine)
    this.logIns = new LogIns(args.engine, args.cookieStore)
    this.ownerRules = new OwnerRules(args.resourceStore, args.engine, args.settings.baseUrl)
    const { engine, settings, reader } = args
    this.persons = new Persons(reader, settings.baseUrl, (webId) => this.isHere(webId))
    this.onboarding = new Onboarding(engine, this.grants, this.partners, settings.baseUrl)
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!request.url?.startsWith(this.base.pathname)) throw new NotImplementedHttpError('not for the agent')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    let status = 500
    let body: unknown
    try {
      await this.keepFromOthers(request, response)
      const answer = await this.answer(request, response)
      status = answer === undefined ? 204 : request.method === 'POST' ? 201 : 200
      body = answer
    } catch (error) {
      const known = error instanceof AgentError ? error : this.unexpected(error)
      status = known.status
      if (known.retryAfter !== undefined) response.setHeader('retry-after', known.retryAfter)
      body = { code: known.code, message: known.sentence }
    }
    sendAnswer(response, status, body)
  }

  /** No other origin reads the answers by the account cookie; pages of apps read theirs by a token. */
  private async keepFromOthers({ headers }: HttpRequest, response: HttpResponse): Promise<void> {
    response.removeHeader('access-control-allow-credentials')
    const isKnown = headers.origin === undefined || (await this.isKnown(headers.origin))
    if (!isKnown && headers.authorization === undefined) response.removeHeader('access-control-allow-origin')
  }

  /**
   * Pages elsewhere with a token: of apps that the operator knows, and of one that this citizen has let into their space.
   *
   * @throws AgentError `unknown-client` for another, which reads that and no more.
   */
  private async admit({ headers: { origin, authorization } }: HttpRequest, caller: Caller): Promise<void> {
    if (origin === undefined || authorization === undefined || origin === this.base.origin) return
    if (await this.isKnown(origin)) return
    const isOwn =
      caller.kind === 'app' && URL.canParse(caller.client) && new URL(caller.client).origin === origin
    if (!isOwn || !(await this.isLetIn(caller))) throw new AgentError('unknown-client')
  }

  private async isKnown(origin: string): Promise<boolean> {
    return this.args.settings.apps.some((app) => app.origin === origin) || this.apps.areOf(origin)
  }

  private async isLetIn({ client, citizen }: Extract<Caller, { kind: 'app' }>): Promise<boolean> {
    const all = await Promise.all(citizen.pods.map((pod) => this.grants.list(pod)))
    return all.flat().some((grant) => grant.client === client && isOnWholeSpace(grant))
  }

  private async answer(request: HttpRequest, response: HttpResponse): Promise<unknown> {
    const url = new URL(`${this.base.origin}${request.url ?? ''}`)
    const [name = '', id, ...rest] = url.pathname.slice(this.base.pathname.length).split('/')
    const methods = Object.hasOwn(routes, name) ? routes[name] : undefined
    // With a slash and nothing behind it, it would be all of them.
    if (!methods || id === '' || rest.length > 0) throw new AgentError('not-found')
    const method = `${request.method}${id ? ' id' : ''}`
    const route = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (!route) throw new AgentError('method-not-allowed')
    const { caller, credentials } = await this.callers.asking(request)
    await this.admit(request, caller)
    const cookie = this.callers.cookie(request)
    const { cookieStore } = this.args
    const call: Call = {
      settings: this.args.settings,
      engine: this.args.engine,
      grants: this.grants,
      partners: this.partners,
      apps: this.apps,
      ownerRules: this.ownerRules,
      onboarding: this.onboarding,
      caller,
      reading: this.reading(caller, credentials),
      query: url.searchParams,
      body: request.method === 'POST' ? await readJson(request) : {},
      ...(id ? { id } : {}),
      endSession: async () => {
        if (cookie) await cookieStore.delete(cookie)
        await this.args.provider.endLogIn(request, response)
      },
      persons: this.persons,
      sender: clientAddress(request),
      logIns: this.logIns,
      cookie,
      userAgent: request.headers['user-agent'] ?? '',
      passwords: this.args.passwordStore,
      passkeys: this.args.passkeys,
      recoveryCodes: this.recoveryCodes,
      isRecovering: async () => cookie !== undefined && cookieStore.isRecovering(cookie),
      endRecovery: async () => cookie !== undefined && cookieStore.endRecovery(cookie),
      credentials: this.args.clientCredentialsStore,
      logIn: (email, password) => askedFrom(request, () => this.logIn(email, password)),
      remember: (accountId) => rememberBrowser(this.args, request, response, accountId),
      tries: this.tries,
      signUps: this.args.signUps,
      resets: this.args.resets,
      wayInLetters: this.args.wayInLetters,
      erasures: this.args.erasures,
      clientDocument: (id) => this.clientDocument(id, clientAddress(request)),
    }
    return route(call)
  }

  /** Whether a WebID of this server is somebody's: of an account that is there, with its profile. */
  private async isHere(webId: string): Promise<boolean> {
    const path = webId.replace(/#.*$/s, '')
    return (
      (await this.callers.accountOf(webId)) !== undefined && this.args.resourceStore.hasResource({ path })
    )
  }

  private reading(caller: Caller, credentials: Credentials): Reading {
    const { journal } = this.args
    const webId = caller.kind === 'page' ? caller.citizen.webIds[0] : undefined
    const who = webId === undefined ? credentials : { agent: { webId } }
    return {
      allowed: (url) => {
        if (!journal.read(who, url, [])) throw new AgentError('busy')
      },
      refused: (url) => journal.refused(who, url, 'read'),
    }
  }

  /** @throws AgentError `wrong-password`, `busy`, `too-many-tries` */
  private async logIn(email: string, password: string): Promise<string> {
    const { passwordStore } = this.args
    return (await passwordStore.authenticate(email, password).catch(refusedAsLogIn)).accountId
  }

  /** @throws AgentError `unread-client`, `clients-busy` */
  private async clientDocument(id: string, sender: string): Promise<ClientMetadata> {
    try {
      return await this.args.clientDocuments.of(id, sender)
    } catch (error) {
      if (!(error instanceof ClientRefusal)) throw error
      if (error.isBusy) throw new AgentError('clients-busy')
      throw new AgentError('unread-client', undefined, error.reason)
    }
  }

  private unexpected(error: unknown): AgentError {
    if (error instanceof TooManyRequests) return new AgentError('too-many-requests', error.seconds)
    if (error instanceof PasskeyRefusal)
      return new AgentError(error.code === 'bad-answer' ? 'bad-request' : error.code)
    if (HttpError.isInstance(error) && error.statusCode === 401) return new AgentError('not-logged-in')
    this.logger.error(`authorization agent failed: ${error instanceof Error ? error.name : 'unknown'}`)
    return new AgentError('failed')
  }
}
