import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ImportRun } from '#vocab/generated/imports'
import { type AppConfig, readConfig } from '../shared/config.ts'
import { t } from '../shared/i18n/t.ts'
import { readCategories } from '../shared/known-categories.ts'
import { eachOf } from '../shared/pod/each-of.ts'
import { asFailure, PodFailure } from '../shared/pod/failure.ts'
import { get } from '../shared/pod/get.ts'
import { type Grants, readGrants } from '../shared/pod/grants.ts'
import { TurtleParser } from '../shared/pod/parser.ts'
import { partnerName } from '../shared/pod/partner-name.ts'
import type { PodRecord } from '../shared/pod/records.ts'
import { whenSeenAgain } from '../shared/pod/seen-again.ts'
import { worstOf } from '../shared/pod/snapshot.ts'
import { walk } from '../shared/pod/walk.ts'
import { confine } from '../shared/session/confine.ts'
import { oidcSession } from '../shared/session/oidc-session.ts'
import type { Session } from '../shared/session/session.ts'
import { overview, type PartnerData } from './data.ts'
import { forgetHeads } from './log/forget-heads.ts'
import type { LogSource } from './log/whole-log.ts'
import { isOwnContainer, ownFolderName } from './own-file/own-folder.ts'
import type { People } from './people.ts'
import type { PodReader } from './receipts/read-receipts.ts'

const documentLimit = 8 << 20
const fileLimit = 64 << 20

/** A document opened: its records in our words, and the text as it stands. */
export interface OpenDocument {
  readonly url: string
  readonly records: readonly PodRecord[]
  readonly runs: readonly ImportRun[]
  readonly turtle: string
}

/** The citizen's whole pod, as the pod browser sees it. Redraws its element at each change. */
export class Space implements ReactiveController {
  config: AppConfig | undefined
  session: Session | undefined
  grants: Grants | undefined
  partners: readonly PartnerData[] | undefined
  /** The last import of each partner's container, as the document changed last claims it. */
  readonly lastRuns = new Map<string, ImportRun>()
  problem: PodFailure | undefined

  private readonly host: ReactiveControllerHost
  private readonly parser = new TurtleParser()
  private stopWatching: (() => void) | undefined

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    if (!this.session) void this.start()
    this.stopWatching = whenSeenAgain(() => void this.refresh())
  }

  hostDisconnected(): void {
    this.stopWatching?.()
  }

  /** Reads grants and listings again. Never rejects: see `problem`. */
  async refresh(): Promise<void> {
    if (!this.config) return this.start()
    const { session, config } = this
    if (session?.state === 'offline') await session.start()
    if (session?.state !== 'in') return this.host.requestUpdate()
    try {
      const grants = await readGrants(session.fetch, config)
      // The keys that receipts are signed with stand beside the pods.
      confine(config, grants.pods, ['.keys/'])
      this.grants = grants
      const found = await walk(
        session.fetch,
        this.parser,
        grants.pods.map((pod) => `${pod}data/`),
      )
      this.partners = grants.pods.flatMap((pod) => overview(pod, found.documents))
      this.problem = worstOf(found.failures)
      this.host.requestUpdate()
      await this.readLastRuns(this.partners)
    } catch (error) {
      this.problem = asFailure(error, config.agent)
    }
    this.host.requestUpdate()
  }

  /** @throws PodFailure */
  async open(url: string): Promise<OpenDocument> {
    const bytes = await this.bytes(url)
    const turtle = new TextDecoder().decode(bytes)
    const [records, runs] = await Promise.all([
      this.parser.document(url, bytes.slice()),
      this.parser.runs(url, bytes.slice()),
    ])
    return { url, turtle, records, runs }
  }

  /** A plain file, as it stands. @throws PodFailure */
  readonly readFile = (url: string): Promise<Uint8Array<ArrayBuffer>> => this.bytes(url, '*/*', fileLimit)

  /** The name that the grant gives the partner of a container, else the one its folder tells. */
  partnerName(container: string, category: string): string {
    if (isOwnContainer(container)) return t(ownFolderName)
    const grant = this.grants?.grants.find(
      ({ kind, containers }) => kind === 'partner' && containers.includes(container),
    )
    const name = grant?.recipient.name
    return typeof name === 'string' ? name : partnerName(container, category)
  }

  readonly reader: PodReader & LogSource = {
    turtle: async (url) => textOf(url, await this.bytes(url, 'text/turtle', fileLimit)),
    list: async (container) => this.parser.listing(container, await this.bytes(container)),
    file: this.readFile,
    parse: (url, turtle) => this.parser.statements(url, new TextEncoder().encode(turtle)),
  }

  get people(): People | undefined {
    const { config, grants, session } = this
    const webId = session?.webId
    return config && grants && webId ? { webId, grants: grants.grants, ...config } : undefined
  }

  /** By the citizen: this device then keeps nothing of theirs. */
  async logOut(): Promise<void> {
    const webId = this.session?.webId
    if (webId) forgetHeads(webId)
    await this.session?.logout()
  }

  /** Takes a grant back. @throws PodFailure */
  async withdraw(id: string): Promise<void> {
    const { session, config } = this
    if (!session || !config) return
    const url = `${config.agent}grants/${encodeURIComponent(id)}`
    const response = await session.fetch(url, { method: 'DELETE' }).catch((error: unknown) => {
      throw asFailure(error, url)
    })
    // 404: it was gone already, which is what was asked for.
    if (!response.ok && response.status !== 404) throw asFailure(new Error(String(response.status)), url)
    await this.refresh()
  }

  private async start(): Promise<void> {
    try {
      const [config] = await Promise.all([this.config ?? readConfig(), readCategories()])
      this.config = config
    } catch (error) {
      this.problem = asFailure(error, '/config.json')
      return this.host.requestUpdate()
    }
    const session = oidcSession(this.config)
    this.session = session
    session.onChange(() => {
      if (session.state === 'out') {
        this.grants = undefined
        this.partners = undefined
        this.lastRuns.clear()
      }
      this.host.requestUpdate()
    })
    await session.start()
    await this.refresh()
  }

  private async readLastRuns(partners: readonly PartnerData[]): Promise<void> {
    await eachOf(partners, 4, async ({ container, latest }) => {
      if (!latest) return
      try {
        const [run] = await this.parser.runs(latest.url, await this.bytes(latest.url))
        if (run) this.lastRuns.set(container, run)
      } catch {
        // The overview stands without it; opening the document tells why.
      }
    })
  }

  private async bytes(
    url: string,
    accept = 'text/turtle',
    limit = documentLimit,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { session } = this
    if (!session) throw asFailure(new Error('no session'), url)
    const got = await get(session.fetch, url, { accept, limit })
    return got?.bytes ?? new Uint8Array()
  }
}

function textOf(url: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new PodFailure('unreadable', url, 0, { cause })
  }
}
