import type {
  Credentials,
  CredentialsExtractor,
  HttpRequest,
  PodStore,
  WebIdStore,
} from '@solid/community-server'
import { parse as parseCookies } from 'cookie'
import { isForeign } from '../server/foreign-page.ts'
import type { AccountSessions } from '../sessions/AccountSessions.ts'
import type { Caller } from './caller.ts'
import type { Citizen } from './citizen.ts'
import { AgentError } from './errors.ts'

/** By what it is found out who calls. */
interface Stores {
  readonly cookieName: string
  readonly cookieStore: AccountSessions
  readonly podStore: PodStore
  readonly webIdStore: WebIdStore
  readonly credentialsExtractor: CredentialsExtractor
}

/** Finds out who calls. `base`: of the agent, on the origin of our own pages. */
export class Callers {
  private readonly stores: Stores
  private readonly base: URL

  constructor(stores: Stores, base: URL) {
    this.stores = stores
    this.base = base
  }

  /** An app by its DPoP token, or a person on our own pages by the account cookie, never both. */
  async asking(request: HttpRequest): Promise<{ caller: Caller; credentials: Credentials }> {
    if (!request.headers.authorization) return { caller: await this.onPages(request), credentials: {} }
    const credentials = await this.stores.credentialsExtractor.handleSafe(request)
    return { caller: await this.withToken(credentials), credentials }
  }

  private async withToken({ agent, client }: Credentials): Promise<Caller> {
    if (!agent || !client) throw new AgentError('not-logged-in')
    const account = await this.accountOf(agent.webId)
    const { clientId } = client
    const { webId } = agent
    return account
      ? { kind: 'app', client: clientId, webId, citizen: account }
      : { kind: 'visitor', client: clientId, webId }
  }

  private async onPages(request: HttpRequest): Promise<Caller> {
    if (isForeign(request, this.base.origin)) throw new AgentError('foreign-origin')
    const cookie = this.cookie(request)
    const accountId = cookie && (await this.stores.cookieStore.get(cookie))
    return accountId ? { kind: 'page', citizen: await this.citizen(accountId) } : { kind: 'nobody' }
  }

  /** Of the browser that asks, where it may be one of ours. */
  cookie(request: HttpRequest): string | undefined {
    const cookie = parseCookies(request.headers.cookie ?? '')[this.stores.cookieName]
    // CSS makes them with randomUUID; anything else would be looked for in the storage by its path.
    return cookie && /^[0-9a-f-]{36}$/.test(cookie) ? cookie : undefined
  }

  private async citizen(accountId: string): Promise<Citizen> {
    const pods = await this.stores.podStore.findPods(accountId)
    const webIds = await this.stores.webIdStore.findLinks(accountId)
    return { accountId, pods: pods.map(({ baseUrl }) => baseUrl), webIds: webIds.map(({ webId }) => webId) }
  }

  /** The account behind a WebID hosted here: the one that owns the pod the WebID lies in. */
  async accountOf(webId: string): Promise<Citizen | undefined> {
    const [, name] = new URL(webId).pathname.split('/')
    if (!name) return undefined
    const pod = new URL(`/${name}/`, this.base).href
    if (!webId.startsWith(pod)) return undefined
    const owner = await this.stores.podStore.findByBaseUrl(pod)
    const citizen = owner && (await this.citizen(owner.accountId))
    return citizen?.webIds.includes(webId) ? citizen : undefined
  }
}
