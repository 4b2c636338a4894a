import { ConnectorError } from '../errors.ts'
import { codeOf } from './answer.ts'
import type { Connections } from './Connections.ts'
import type { Connection } from './connection.ts'
import { exchange } from './exchange.ts'
import { PerSession } from './PerSession.ts'
import { newPending, type OnboardingSite, type Pending, requestAddress } from './request.ts'

/** A customer who is logged in to the partner's site. */
export interface CustomerSession {
  /** Secret, and the browser's own: a new one at each log-in. */
  readonly id: string
  /** Who they are to the partner. */
  readonly customer: string
}

export interface OnboardingArgs {
  readonly site: OnboardingSite
  /** Where the customers' connections are kept. */
  readonly connections: Connections
  /** Adds the partner's DPoP token to each request. */
  readonly fetch: typeof globalThis.fetch
  readonly now?: () => number
}

/** How long the customer may look at where their data will go. */
const confirmMs = 10 * 60_000

/**
 * A partner's side of onboarding: `begin`, the customer says yes on the account origin, `finish`, the customer sees which
 * pod it is, `confirm`. Nothing is kept before, and nothing may be sent before: a code that a stranger slipped into the
 * customer's browser would lead into the stranger's pod.
 */
export class Onboarding {
  private readonly args: OnboardingArgs
  private readonly now: () => number
  private readonly pending = new PerSession<Pending & { readonly customer: string }>()
  private readonly proposed = new PerSession<{
    readonly customer: string
    readonly connection: Connection
    readonly until: number
  }>()

  constructor(args: OnboardingArgs) {
    this.args = args
    this.now = args.now ?? Date.now
  }

  /** @returns where to send the customer's browser. An earlier beginning of the same session is forgotten. */
  begin({ id, customer }: CustomerSession): string {
    const pending = newPending(this.now())
    this.proposed.delete(id)
    this.pending.set(id, { ...pending, customer })
    return requestAddress(this.args.site, pending)
  }

  /**
   * What the browser has come back with.
   *
   * @returns the pod to name to the customer, or that they refused.
   * @throws ConnectorError `onboarding-lost` and what `exchange` throws.
   */
  async finish({ id, customer }: CustomerSession, query: URLSearchParams): Promise<Connection | 'refused'> {
    const { site, fetch } = this.args
    const begun = this.pending.get(id, this.now())
    const pending = begun?.customer === customer ? begun : undefined
    const answer = codeOf(pending, query, site.issuer, this.now())
    if (!pending) throw new ConnectorError('onboarding-lost')
    this.pending.delete(id)
    if (answer === 'refused') return answer
    const connection = await exchange(site, pending, answer.code, fetch)
    this.proposed.set(id, { customer, connection, until: this.now() + confirmMs })
    return connection
  }

  /** What the customer has still to confirm. */
  toConfirm({ id, customer }: CustomerSession): Connection | undefined {
    const found = this.proposed.get(id, this.now())
    return found?.customer === customer ? found.connection : undefined
  }

  /**
   * The customer says that the pod is theirs: it is kept.
   *
   * @param container that they were shown, so that they confirm no other
   * @throws ConnectorError `onboarding-lost`.
   */
  async confirm(session: CustomerSession, container: string): Promise<Connection> {
    const connection = this.toConfirm(session)
    if (connection?.container !== container) throw new ConnectorError('onboarding-lost')
    this.proposed.delete(session.id)
    await this.args.connections.keep(session.customer, connection)
    return connection
  }

  /** The customer says that it is not. */
  decline({ id }: CustomerSession): void {
    this.proposed.delete(id)
  }
}
