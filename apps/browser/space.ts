import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Statement } from '#vocab/graph'
import { type AppConfig, readConfig } from '../shared/config.ts'
import { elsewhere } from '../shared/elsewhere.ts'
import { t } from '../shared/i18n/t.ts'
import { readCategories } from '../shared/known-categories.ts'
import { asFailure, kindOfStatus, PodFailure } from '../shared/pod/failure.ts'
import { get } from '../shared/pod/get.ts'
import { type Grants, readGrants } from '../shared/pod/grants.ts'
import type { Entry } from '../shared/pod/parse-listing.ts'
import type { Told } from '../shared/pod/parse-told.ts'
import { TurtleParser } from '../shared/pod/parser.ts'
import { partnerName } from '../shared/pod/partner-name.ts'
import { whenSeenAgain } from '../shared/pod/seen-again.ts'
import { worstOf } from '../shared/pod/snapshot.ts'
import { walk, walkData } from '../shared/pod/walk.ts'
import { confine } from '../shared/session/confine.ts'
import { oidcSession } from '../shared/session/oidc-session.ts'
import type { Session } from '../shared/session/session.ts'
import { overview, type PartnerData } from './data.ts'
import type { Elsewhere } from './elsewhere/Elsewhere.ts'
import { forgetVisits } from './home/forget-visits.ts'
import type { Live } from './live/live.ts'
import { forgetHeads } from './log/forget-heads.ts'
import type { LogSource } from './log/whole-log.ts'
import { keepApp } from './offline/keep-app.ts'
import { Remembered } from './offline/remembered.ts'
import { isOwnContainer, ownFolderName } from './own-file/own-folder.ts'
import type { People } from './people.ts'
import type { PodReader } from './receipts/read-receipts.ts'
import { textOf } from './text-of.ts'

const documentLimit = 8 << 20
const fileLimit = 64 << 20

/** A document opened: what it says, and the text as it stands. */
export interface OpenDocument {
  readonly url: string
  readonly statements: readonly Statement[]
  readonly turtle: string
}

/** The citizen's whole pod, as the pod browser sees it. Redraws its element at each change. */
export class Space implements ReactiveController {
  config: AppConfig | undefined
  session: Session | undefined
  grants: Grants | undefined
  documents: readonly Entry[] = []
  partners: readonly PartnerData[] | undefined
  /** What else there is, by folder: known a little later. */
  others: readonly PartnerData[] | undefined
  /** What of that could not be read, when it was looked for last. */
  hidden: PodFailure | undefined
  private failed: PodFailure | undefined
  /** True while the citizen, who was told that something could not be read, has it read again. */
  isRetrying = false
  readonly parser = new TurtleParser()
  readonly remembered = new Remembered(this)
  readonly fetch = this.remembered.fetch
  private readonly host: ReactiveControllerHost
  private turn: Promise<void> = Promise.resolve()
  private live: Promise<Live> | undefined
  private elsewhere: Elsewhere | undefined
  private lookingElsewhere: Promise<void> | undefined
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
    if (session?.state !== 'in' && session?.state !== 'offline') return this.host.requestUpdate()
    await this.inTurn(async () => {
      this.remembered.begin()
      if (session.state === 'in' && session.webId)
        await (await this.remembered.load())?.belongTo(session.webId)
      try {
        const grants = await readGrants(this.fetch, config)
        // The keys that receipts are signed with stand beside the pods.
        confine(config, grants.pods, ['.keys/', '.notifications/'])
        this.grants = grants
        const roots = grants.pods.map((pod) => `${pod}data/`)
        const found = await walkData(this.fetch, this.parser, roots)
        // Whoever has logged out in the meantime is shown nothing.
        if (session.state === 'out') return
        this.show(found.documents)
        this.failed = worstOf(found.failures)
        this.remembered.forgetGone(roots, found)
        this.listen()
        this.lookingElsewhere = this.lookElsewhere()
      } catch (error) {
        this.failed = asFailure(error, config.agent)
      }
      this.remembered.end()
      this.host.requestUpdate()
    })
  }

  /** Lists some containers again, with what is below them. What cannot be listed now stays as it was. Never rejects. */
  relist(containers: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      const { session } = this
      if (session?.state !== 'in') return
      const found = await walk(this.fetch, this.parser, containers)
      const { documents, failures } = found
      const hidden = failures.filter(({ kind }) => kind !== 'missing').map(({ url }) => url)
      const isListed = (url: string): boolean =>
        containers.some((it) => url.startsWith(it)) && !hidden.some((it) => url.startsWith(it))
      const others = this.documents.filter(({ url }) => !isListed(url))
      this.show([...others, ...documents.filter(({ url }) => isListed(url))])
      this.remembered.forgetGone(containers, found)
      this.listen()
      this.host.requestUpdate()
    })
  }

  /** @throws PodFailure */
  async open(url: string): Promise<OpenDocument> {
    const bytes = await this.bytes(url)
    const turtle = new TextDecoder().decode(bytes)
    return { url, turtle, statements: await this.parser.statements(url, bytes) }
  }

  /** How a document came, as it says. @throws PodFailure */
  readonly told = async (url: string): Promise<Told> => this.parser.told(url, await this.bytes(url))

  /** A plain file, as it stands. @throws PodFailure */
  readonly readFile = (url: string): Promise<Uint8Array<ArrayBuffer>> => this.bytes(url, '*/*', fileLimit)

  /** When what is shown was seen, where the server does not answer now: UTC milliseconds. */
  get seenAt(): number | undefined {
    return this.remembered.seenAt
  }

  get problem(): PodFailure | undefined {
    return worstOf([this.failed ?? [], this.hidden ?? []].flat())
  }

  /** As a citizen asks for, who was told that something could not be read. Never rejects. */
  async retry(): Promise<void> {
    this.isRetrying = true
    // In the place of what is not there stands that it is being read.
    if (!this.partners) this.failed = this.hidden = undefined
    this.redraw()
    await this.refresh()
    await this.lookingElsewhere
    this.isRetrying = false
    this.redraw()
  }

  /** All that there is, by who sent it, or by folder. */
  get sources(): readonly PartnerData[] {
    return [...(this.partners ?? []), ...(this.others ?? [])]
  }

  /** The name that the grant gives the partner of a container, else the one its folder tells. */
  partnerName(container: string, category: string): string {
    if (isOwnContainer(container)) return t(ownFolderName)
    if (category === elsewhere) return this.elsewhere?.nameOf(container) ?? ''
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
    if (!session || !config) throw asFailure(new Error('no session'), '')
    const url = `${config.agent}grants/${encodeURIComponent(id)}`
    const response = await session.fetch(url, { method: 'DELETE' }).catch((error: unknown) => {
      throw asFailure(error, url)
    })
    // 404: it was gone already, which is what was asked for.
    const { ok, status } = response
    if (!ok && status !== 404) throw new PodFailure(kindOfStatus(status), url, status)
    // It is over at once: what else there is need not be read again first.
    if (this.grants) this.grants = { ...this.grants, grants: this.grants.grants.filter((it) => it.id !== id) }
    this.host.requestUpdate()
    void this.refresh()
  }

  /** One after the other: what was listed before never takes the place of what was listed after. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work, work)
    return this.turn
  }

  redraw(): void {
    this.host.requestUpdate()
  }

  /** Once that has been loaded: nothing waits for it. */
  private async lookElsewhere(): Promise<void> {
    try {
      const { Elsewhere } = await import('./elsewhere/Elsewhere.ts')
      this.elsewhere ??= new Elsewhere(this)
      await this.elsewhere.look()
    } catch (error) {
      this.others ??= []
      this.hidden = asFailure(error, location.origin)
      this.redraw()
    }
  }

  private show(documents: readonly Entry[]): void {
    this.documents = documents
    this.partners = this.grants?.pods.flatMap((pod) => overview(pod, documents))
  }

  /** What comes while the page is looked at is heard, once that has been loaded: nothing waits for it. */
  private listen(): void {
    this.live ??= import('./live/live.ts').then(({ Live }) => new Live(this))
    this.live
      .then((live) => live.listen())
      .catch(() => {
        this.live = undefined
      })
  }

  private async start(): Promise<void> {
    void this.remembered.load()
    try {
      const [config] = await Promise.all([this.config ?? readConfig(), readCategories()])
      this.config = config
    } catch (error) {
      this.failed = asFailure(error, '/config.json')
      return this.host.requestUpdate()
    }
    const session = oidcSession(this.config)
    this.session = session
    session.onChange(() => {
      if (session.state === 'out') {
        this.remembered.erase()
        this.grants = undefined
        this.partners = undefined
        this.others = this.hidden = undefined
        this.documents = []
        forgetVisits()
        if (this.live !== undefined) this.listen()
      }
      this.host.requestUpdate()
    })
    await session.start()
    await this.refresh()
    keepApp()
  }

  private async bytes(
    url: string,
    accept = 'text/turtle',
    limit = documentLimit,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { session } = this
    if (!session) throw asFailure(new Error('no session'), url)
    const got = await get(this.fetch, url, { accept, limit })
    return got?.bytes ?? new Uint8Array()
  }
}
