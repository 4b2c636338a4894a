import type { Sealed } from '#vocab/journal/chain'
import { readEntry } from '#vocab/journal/entry'
import { type LogSource, WholeLog } from '../log/whole-log.ts'
import type { Recipient } from './recipients.ts'

/** How long what was read of a log is taken for the last word. Milliseconds. */
const freshFor = 30_000

/** What was found of a recipient. */
export interface Found {
  /** When they last read: UTC milliseconds; undefined where the log has none. */
  readonly at: number | undefined
  /** From when on it was looked for: a UTC instant, or the first day that the log still has. */
  readonly since: string
}

/** When a recipient last read, by the access log, which is read from its last day back, as far as has to be. */
export class LastReads {
  private readonly source: LogSource
  private readonly citizen: string
  private readonly logs = new Map<string, { readonly begun: number; readonly log: Promise<WholeLog> }>()

  constructor(source: LogSource, citizen: string) {
    this.source = source
    this.citizen = citizen
  }

  /**
   * The last moment since their permission was given.
   *
   * @param pods - Those in which they may read.
   * @throws PodFailure
   */
  async of(it: Recipient, pods: readonly string[]): Promise<Found> {
    const since = sinceOf(it)
    const found = await Promise.all(pods.map((pod) => this.in(pod, it, since)))
    const moments = found.flatMap(({ at }) => at ?? [])
    const at = moments.length === 0 ? undefined : Math.max(...moments)
    return {
      at,
      since:
        found
          .map((one) => one.since)
          .sort()
          .at(-1) ?? since,
    }
  }

  private async in(pod: string, it: Recipient, since: string): Promise<Found> {
    const log = await this.log(pod)
    for (const day of log.days) {
      if (day < since.slice(0, 10)) return { at: undefined, since }
      const at = lastReadIn(await log.lines(day), it, this.citizen)
      if (at !== undefined) return { at: at < Date.parse(since) ? undefined : at, since }
    }
    // Its lines go after a year: what was before them, it does not say.
    const first = log.days.at(-1) ?? ''
    return { at: undefined, since: first > since.slice(0, 10) ? first : since }
  }

  private log(pod: string): Promise<WholeLog> {
    const known = this.logs.get(pod)
    if (known && Date.now() - known.begun < freshFor) return known.log
    const log = WholeLog.begin(this.source, pod)
    this.logs.set(pod, { begun: Date.now(), log })
    log.catch(() => this.logs.delete(pod))
    return log
  }
}

/** When the first of what they were granted and still have was given: a UTC instant. */
const sinceOf = ({ grants }: Recipient): string => grants.map(({ since }) => since).sort()[0] ?? ''

/** When they last read in these lines: an app in the citizen’s name, a person in their own, with whatever app. Pure. */
export function lastReadIn(
  lines: readonly Sealed[],
  { kind, recipient }: Pick<Recipient, 'kind' | 'recipient'>,
  citizen: string,
): number | undefined {
  const moments = lines.flatMap(({ said }) => {
    const entry = said && readEntry(said.text)
    if (entry?.outcome !== 'allowed' || !entry.modes.includes('read')) return []
    const isTheirs =
      kind === 'app'
        ? entry.who === citizen && entry.client === recipient.client
        : entry.who !== null && entry.who === recipient.webId
    return isTheirs ? [entry.until] : []
  })
  return moments.length === 0 ? undefined : Math.max(...moments)
}
