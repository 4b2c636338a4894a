import type { Fetch } from '../../shared/pod/get.ts'
import type { Walk } from '../../shared/pod/walk.ts'
import type { Space } from '../space.ts'
import type { SeenAnswers } from './seen-answers.ts'
import { seenDatabase } from './seen-database.ts'

/** What a space's pods answer, and what they answered when they were last seen, where nobody answers. */
export class Remembered {
  /** When what is shown was seen, where the server does not answer now: UTC milliseconds. */
  seenAt: number | undefined
  /** The same of what is being read: it counts once that is done, or nobody answers. */
  private oldest: number | undefined
  private reading = 0
  private readonly space: Pick<Space, 'session' | 'config' | 'grants'>
  private loading: Promise<SeenAnswers | undefined> | undefined

  constructor(space: Pick<Space, 'session' | 'config' | 'grants'>) {
    this.space = space
  }

  /** As the session's, and as it was seen last where nobody answers. Rejects where it was not seen. */
  readonly fetch: Fetch = async (url, init) => {
    const { reading } = this
    const { session, config, grants } = this.space
    if (!session || !config) throw new TypeError('no session')
    const [answers, webId] = [await this.load(), session.webId]
    if (!answers || webId === undefined) return session.fetch(url, init)
    try {
      // Who could not be reached for a new token is not asked again for each document.
      if (session.state === 'offline') throw new TypeError('offline')
      const whose = { webId, agent: config.agent, pods: grants?.pods ?? [] }
      return await answers.get(whose, session.fetch, url, init)
    } catch (error) {
      const again = await answers.again(webId, url)
      if (!again) throw error
      // What is shown together is as old as the oldest of it.
      if (reading === this.reading) this.seenAt = this.oldest = Math.min(this.oldest ?? again.at, again.at)
      return again.response
    }
  }

  /** All is read again from here on; what is shown is as old as it was until that is done. */
  begin(): void {
    this.reading += 1
    this.oldest = undefined
  }

  end(): void {
    this.seenAt = this.oldest
  }

  /** What this device has seen: loaded while the session begins. Where that cannot be, nothing is kept. */
  load(): Promise<SeenAnswers | undefined> {
    this.loading ??= import('./seen-answers.ts').then(
      ({ SeenAnswers }) => new SeenAnswers(),
      () => undefined,
    )
    return this.loading
  }

  /** Everything, and where what keeps it does not load, too. */
  erase(): void {
    this.seenAt = undefined
    void this.load().then((answers): unknown => answers?.erase() ?? indexedDB.deleteDatabase(seenDatabase))
  }

  /**
   * What was erased, here or elsewhere, this device keeps no more. What is not known to be gone stays: below what would not
   * be listed, and what was not looked at (`unseen`).
   */
  forgetGone(
    roots: readonly string[],
    { documents, containers, failures }: Walk,
    unseen: readonly string[] = [],
  ): void {
    if (this.oldest !== undefined) return
    const hidden = [...unseen, ...failures.filter(({ kind }) => kind !== 'missing').map(({ url }) => url)]
    const there = new Set([...documents.map(({ url }) => url), ...containers])
    void this.load().then((answers) => answers?.forgetGone(roots, there, hidden))
  }
}
