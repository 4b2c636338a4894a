import { beginning, storedFile } from '../cli/stored-file.ts'
import { type Connectors, connectorFor } from '../cli/which-connector.ts'
import { ConnectorError } from '../errors.ts'
import { type Connection, connectionOf } from '../onboarding/connection.ts'
import { deliver } from '../runner/deliver.ts'
import type { Paces } from '../runner/Pace.ts'
import { planImport } from '../runner/plan.ts'
import type { RetryPolicy } from '../runner/retry.ts'
import { type Outcome, outcomeOf, outcomeOfError } from './outcome.ts'

/** What the files of a run are given with. */
export interface Giving {
  /** Each file is read by the one that knows it. */
  readonly connectors: Connectors
  readonly partner: { readonly partner: string; readonly webId: string }
  /** Adds the partner's DPoP token to each request. */
  readonly fetch: typeof globalThis.fetch
  readonly paces: Paces
  readonly policy: RetryPolicy
  readonly signal: AbortSignal
}

/** Reads, checks and sends one citizen's file. Whatever goes wrong is an outcome: the others go on. */
export async function give(path: string, connection: Connection, giving: Giving): Promise<Outcome> {
  const { connectors, partner, fetch, paces, policy, signal } = giving
  try {
    const { webId, ...rest } = connection
    const sound = connectionOf({ ...rest, webid: webId }, partner.partner)
    if (sound === undefined) throw new ConnectorError('insecure-address')
    const file = await storedFile(path)
    const connector = connectorFor(connectors, await beginning(file), false)
    const { container } = sound
    const plan = await planImport(connector, file, { container, partner: partner.webId, at: new Date() })
    return outcomeOf(await deliver(plan, { fetch, paces, policy, signal }))
  } catch (error) {
    return outcomeOfError(error)
  }
}
