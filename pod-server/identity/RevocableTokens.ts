import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  getLoggerFor,
  IdentityProviderFactory,
  type IdentityProviderFactoryArgs,
} from '@solid/community-server'
import { parse as parseCookies } from 'cookie'
import { grantClaim } from '../credentials/Holder.ts'
import type { OwnTokens } from '../credentials/OwnTokens.ts'
import { EngineError } from '../engine/errors.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { CurrentKeys } from '../keys/CurrentKeys.ts'
import type { AccountSessions } from '../sessions/AccountSessions.ts'
import { reasonOf } from '../storage/not-stored.ts'
import { askedFrom } from './asked-from.ts'
import { cookieNames } from './cookie-names.ts'
import { extendLogIn } from './extend-log-in.ts'
import { withoutOlderHint } from './older-hint.ts'
import { spokenLanguage } from './spoken-language.ts'

type Config = ConstructorParameters<typeof IdentityProviderFactory>[0]
type Provider = Awaited<ReturnType<IdentityProviderFactory['getProvider']>>
type Claims = NonNullable<Config['extraTokenClaims']>
type Step = Parameters<Provider['use']>[0]
type PageOf = NonNullable<NonNullable<Config['interactions']>['url']>

/** The steps of CSS's factory that are private to it. Were one called otherwise, no token would have a grant, and none would count. */
const Factory = IdentityProviderFactory as unknown as new (
  config: Config,
  args: IdentityProviderFactoryArgs,
) => {
  getProvider(): Promise<Provider>
  configureClaims(config: Config, algorithm: string): void
  configureRoutes(config: Config): void
  createProvider(kid?: string): Promise<Provider>
}

/** CSS's OIDC provider, whose access tokens are JWTs that it keeps no record of: they name their grant here, and can be revoked. */
export class RevocableTokens extends Factory {
  private readonly log = getLoggerFor('RevocableTokens')
  private readonly own: OwnTokens
  private readonly engine: PodEngine
  private readonly sessions: AccountSessions
  private readonly cookieName: string
  private readonly keys: CurrentKeys
  private readonly webhookKeys: CurrentKeys
  private readonly names: NonNullable<NonNullable<Config['cookies']>['names']>
  private made: { readonly kid: string; readonly provider: Promise<Provider> } | undefined

  constructor(
    config: Config,
    args: IdentityProviderFactoryArgs,
    own: OwnTokens,
    engine: PodEngine,
    sessions: AccountSessions,
    cookieName: string,
    keys: CurrentKeys,
    webhookKeys: CurrentKeys,
  ) {
    super(config, args)
    this.own = own
    this.engine = engine
    this.sessions = sessions
    this.cookieName = cookieName
    this.keys = keys
    this.webhookKeys = webhookKeys
    const { session, interaction, resume } = cookieNames(args.baseUrl)
    this.names = { session, interaction, resume }
  }

  /** Made anew with each key: all that it knows of those who are logged in is in the storage. */
  override async getProvider(): Promise<Provider> {
    const { kid } = await this.keys.signing()
    if (this.made?.kid === kid) return this.made.provider
    const provider = this.createProvider(kid)
    this.made = { kid, provider }
    provider.catch(() => {
      if (this.made?.provider === provider) this.made = undefined
    })
    return provider
  }

  /**
   * Ends a browser's log-in here, and the grants of the apps that were opened in it, also of those that may stay when an
   * app logs the citizen out (OpenID Connect RP-Initiated Logout §2): whoever comes to this browser next opens none.
   */
  async endLogIn(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const provider = await this.getProvider()
    const session = await provider.Session.get(provider.app.createContext(req, res))
    for (const { grantId } of Object.values(session.authorizations ?? {})) {
      if (!grantId) continue
      await provider.Grant.adapter.revokeByGrantId(grantId)
      await provider.Grant.adapter.destroy(grantId)
    }
    await session.destroy()
  }

  override configureClaims(config: Config, algorithm: string): void {
    super.configureClaims(config, algorithm)
    const claims = config.extraTokenClaims as Claims
    config.extraTokenClaims = async (context, token) => ({
      ...(await claims(context, token)),
      ...('grantId' in token ? { [grantClaim]: token.grantId } : {}),
    })
    config.httpOptions = callsNobody
  }

  /** The account pages take the language of the app that asks, as our own links between pages do. */
  override configureRoutes(config: Config): void {
    super.configureRoutes(config)
    config.cookies = { ...config.cookies, names: this.names }
    const page = config.interactions?.url as PageOf
    config.interactions = {
      ...config.interactions,
      url: async (context, interaction) => {
        const language = spokenLanguage(interaction.params['ui_locales'])
        return `${await page(context, interaction)}${language ? `?lang=${language}` : ''}`
      },
    }
  }

  override async createProvider(kid?: string): Promise<Provider> {
    const provider = await super.createProvider()
    provider.use(goesOn)
    provider.use((context, next) => {
      if (context.path === '/.oidc/session/end')
        context.querystring = withoutOlderHint(context.querystring, (hint) => hint === kid)
      return next()
    })
    provider.use((context, next) => askedFrom(context.req, next))
    provider.use(this.revoke)
    provider.use(this.bind)
    provider.use(this.extend)
    provider.use(this.publish)
    return provider
  }

  /** Of which browser of the citizen this session is, to be ended with it. */
  private readonly bind: Step = async (context, next) => {
    await next()
    const session = context.oidc?.session
    const uid = session?.accountId && session.uid
    const cookie = parseCookies(context.req.headers.cookie ?? '')[this.cookieName]
    if (uid && cookie) await this.sessions.bind(cookie, uid)
  }

  /** Receivers of webhooks, and other servers while a token lasts, look for these keys too. */
  private readonly publish: Step = async (context, next) => {
    await next()
    if (context.oidc?.route !== 'jwks' || context.status !== 200) return
    const now = Date.now()
    const keys = [...(await this.keys.published(now)), ...(await this.webhookKeys.published(now))]
    context.body = { keys }
  }

  private readonly extend: Step = async (context, next) => {
    await next()
    const { RefreshToken: used } = context.oidc?.entities ?? {}
    if (context.oidc?.route !== 'token' || context.status !== 200 || !used?.grantId) return
    // The app has its token, and asks again: this can wait for a storage that writes nothing now.
    await extendLogIn(this.engine, used.grantId, used.jti).catch((error) => {
      if (!(error instanceof EngineError)) throw error
      this.log.error(`log-in not extended: ${reasonOf(error)}`)
    })
  }

  /** oidc-provider has shown who the client is, and says yes to what it does not know (RFC 7009 §2.2). */
  private readonly revoke: Step = async (context, next) => {
    await next()
    const { oidc } = context
    if (oidc?.route !== 'revocation' || context.status !== 200 || !oidc.client) return
    try {
      const end = await this.own.revoke(String(oidc.params?.['token']), oidc.client.clientId)
      if (end !== 'not-its-own') return
      context.status = 400
      context.body = { error: 'invalid_request', error_description: 'this token does not belong to you' }
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      this.log.error(`request failed: ${reasonOf(error)}`)
      // RFC 7009 §2.2.1: the token is still there, and the client may try again.
      context.status = 503
      context.body = { error: 'temporarily_unavailable' }
    }
  }
}

/**
 * A log-in that goes on is what was asked when it began. Where there is none, oidc-provider looks for its client in the
 * query, and fails over the rest that it takes to be there.
 */
const goesOn: Step = (context, next) => {
  if (/^\/\.oidc\/auth\/[^/]+$/.test(context.path)) context.querystring = ''
  return next()
}

/**
 * oidc-provider reads a client's `jwks_uri` and `sector_identifier_uri` itself, wherever these lead and however much is
 * there, and anybody may register a client. Nothing of Solid-OIDC needs either.
 */
const callsNobody = (): never => {
  throw new Error('no address of a client is called')
}
