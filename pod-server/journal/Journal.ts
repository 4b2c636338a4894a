import type { Credentials } from '@solid/community-server'
import type { LoggedMode } from '#vocab/journal/entry'
import type { Noted } from '../engine/Journals.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { podOf } from '../engine/path.ts'
import { Addresses } from '../storage/Addresses.ts'
import { Gathered } from './Gathered.ts'
import { logPlaceOf } from './log-place.ts'

/** Milliseconds that a read is in memory alone, at most, while the storage can write. */
const every = 100
/** After a write that failed. */
const later = 1000
/** Entries in memory at most: then nothing is read that could not be written down. */
const mostEntries = 10_000

export interface JournalArgs {
  readonly engine: PodEngine
  readonly baseUrl: string
  /** The client id of the pod browser. */
  readonly homeApp: string
}

/**
 * Writes down who read what, and who was refused, in the journals of the pods (DESIGN §7): off the way of a request, a
 * few together. What changes a pod is written down by its own commit.
 */
export class Journal {
  private readonly engine: PodEngine
  private readonly baseUrl: string
  private readonly homeApp: string
  private readonly addresses: Addresses
  private readonly gathered = new Gathered()
  /** Handed to the engine and not on disk yet, in order. */
  private waiting: Noted[] = []
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<boolean> = Promise.resolve(true)

  private constructor({ engine, baseUrl, homeApp }: JournalArgs) {
    this.engine = engine
    this.baseUrl = baseUrl
    this.homeApp = homeApp
    this.addresses = new Addresses(baseUrl)
  }

  static async begin(args: JournalArgs): Promise<Journal> {
    await args.engine.journals.begin()
    return new Journal(args)
  }

  /** Entries in memory, of how many at most. */
  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.gathered.size + this.waiting.length, most: mostEntries }
  }

  /**
   * Notes a read. `rules`: that allowed it. @returns false when there is no room, for the storage writes nothing: what cannot
   * be written down is not to be read.
   */
  read(credentials: Credentials, url: string, rules: readonly string[]): boolean {
    return this.allowed(credentials, url, rules)
  }

  /** The same of who is told that a resource has changed, which is one line a minute. */
  told(credentials: Credentials, url: string, rules: readonly string[]): boolean {
    return this.allowed(credentials, url, rules, true)
  }

  private allowed(credentials: Credentials, url: string, rules: readonly string[], isTold = false): boolean {
    if (!this.addresses.isOurs(url)) return true
    const resource = url.slice(this.baseUrl.length)
    // To read the log is no line of it.
    if (this.isOwnScreen(credentials, resource) || logPlaceOf(resource)) return true
    if (this.size.kept >= mostEntries) return false
    this.note(credentials, resource, 'allowed', 'read', rules, isTold)
    return true
  }

  /** Notes a refusal, in a pod that is there. Many are one entry: there is always room for one more. */
  async refused(credentials: Credentials, url: string, mode: LoggedMode): Promise<void> {
    if (!this.addresses.isOurs(url)) return
    const resource = url.slice(this.baseUrl.length).replace(/[?#].*$/s, '')
    const pod = podOf(resource)
    if (pod === '' || !(await this.engine.get(pod))?.isContainer) return
    if (this.size.kept >= mostEntries) await this.flush(true)
    if (this.size.kept >= mostEntries) return
    this.note(credentials, resource, 'refused', mode, [])
  }

  /** Writes down what is in memory; `all`: refusals whose minute is not over, too. @returns whether it is on disk. */
  flush(all = false): Promise<boolean> {
    this.writing = this.writing.then(async () => {
      this.waiting = this.waiting.concat(this.gathered.take(Date.now(), all))
      const handed = this.waiting
      if (handed.length === 0) return true
      try {
        await this.engine.journals.note(handed)
        this.waiting = []
        return true
      } catch {
        // The storage says why to whoever writes. It stays in memory, and there is less room.
        return false
      }
    })
    return this.writing
  }

  /** All is on disk, or else the next start says that some may be missing. */
  async end(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    if (await this.flush(true)) await this.engine.journals.end().catch(() => undefined)
  }

  private note(
    credentials: Credentials,
    resource: string,
    outcome: 'allowed' | 'refused',
    mode: LoggedMode,
    rules: readonly string[],
    isTold = false,
  ): void {
    const who = credentials.agent?.webId
    const client = credentials.client?.clientId
    this.gathered.add({ outcome, who, client, resource, mode, rules, isTold }, Date.now())
    this.timer ??= this.soon(every)
  }

  private soon(wait: number): NodeJS.Timeout {
    const timer = setTimeout(async () => {
      const isWritten = await this.flush()
      const isLeft = this.size.kept > 0
      this.timer = isLeft ? this.soon(isWritten ? every : later) : undefined
    }, wait)
    return timer.unref()
  }

  /** The citizen at the pod browser, in their own pod, sees what is theirs: nobody else has read it. */
  private isOwnScreen({ agent, client, issuer }: Credentials, resource: string): boolean {
    return (
      client?.clientId === this.homeApp &&
      issuer?.url === this.baseUrl &&
      agent?.webId.startsWith(`${this.baseUrl}${podOf(resource)}/`) === true
    )
  }
}
