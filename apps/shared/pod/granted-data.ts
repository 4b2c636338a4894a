import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type AppConfig, readConfig } from '../config.ts'
import { oidcSession } from '../session/oidc-session.ts'
import { takeRefusal } from '../session/refusal.ts'
import type { Session } from '../session/session.ts'
import { PodCollection } from './collection.ts'
import { whenSeenAgain } from './seen-again.ts'
import { type DataState, type Snapshot, stateOf } from './snapshot.ts'

/** Session and data of an app that reads one category; draws its element again at each change. */
export class GrantedData implements ReactiveController {
  config: AppConfig | undefined
  session: Session | undefined
  snapshot: Snapshot
  /** True when the app could not even learn where it is served. */
  broken = false
  /** Whether the pod was read to its end since the page is here. */
  private readOnce = false
  /** Whether the citizen has just said no on the grant page. */
  readonly declined = takeRefusal()

  private readonly host: ReactiveControllerHost
  private readonly collection: PodCollection
  private readonly marked = new Set<string>()
  private stopWatching: (() => void) | undefined

  constructor(host: ReactiveControllerHost, category: string) {
    this.host = host
    this.collection = new PodCollection(category, () => this.changed())
    this.snapshot = this.collection.snapshot
    host.addController(this)
  }

  /** What to draw: `welcome` when nobody is logged in. */
  get state(): DataState | 'welcome' {
    if (this.session?.state === 'out') return 'welcome'
    const state = stateOf(this.snapshot)
    const stuck = this.broken || this.session?.state === 'offline'
    return state === 'loading' && stuck ? 'failed' : state
  }

  /** True while what is shown may not be what the pod has now, and cannot be brought up to date. */
  get stale(): boolean {
    return this.broken || this.session?.state === 'offline' || this.snapshot.problem !== undefined
  }

  /** False while what is not there may be on its way, and is not known to be missing. */
  get settled(): boolean {
    return this.readOnce || this.stale
  }

  hostConnected(): void {
    if (!this.session) void this.start()
    this.stopWatching = whenSeenAgain(() => void this.refresh())
  }

  hostDisconnected(): void {
    this.stopWatching?.()
  }

  hostUpdated(): void {
    if (this.state === 'ready') this.mark('traboule:first-figures')
    if (this.snapshot.phase === 'complete') this.mark('traboule:complete')
  }

  /** Reads the pod again; also after a failure. */
  async refresh(): Promise<void> {
    if (this.broken) return void (await this.start())
    const { session, config } = this
    if (session?.state === 'offline') await session.start()
    if (!config || session?.state !== 'in' || !session.webId) return
    await this.collection.refresh({ webId: session.webId, config, fetch: session.fetch })
  }

  private async start(): Promise<void> {
    const shown = this.collection.showKept()
    try {
      this.config = await readConfig()
      this.broken = false
    } catch {
      this.broken = true
      return this.host.requestUpdate()
    }
    const session = oidcSession(this.config)
    this.session = session
    session.onChange(() => {
      if (session.state === 'out') void this.collection.erase()
      this.host.requestUpdate()
    })
    await Promise.all([shown, session.start()])
    await this.refresh()
  }

  private changed(): void {
    this.snapshot = this.collection.snapshot
    if (this.snapshot.phase === 'complete') this.readOnce = true
    this.host.requestUpdate()
  }

  /** Once each, at the frame that shows it: the bench reads these. */
  private mark(name: string): void {
    if (this.marked.has(name)) return
    this.marked.add(name)
    void this.host.updateComplete.then(() => requestAnimationFrame(() => performance.mark(name)))
  }
}
