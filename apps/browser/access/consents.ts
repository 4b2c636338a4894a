import type { Grant, Grants } from '../../shared/pod/grants.ts'
import type { ConsentTerms } from '../consent-terms.ts'
import { ConsentReader } from '../log/consent-reader.ts'
import { type LogSource, statementsOf } from '../log/whole-log.ts'

/** What was agreed to for each grant, by the consent records of all of the citizen's pods. */
export class Consents {
  private readonly readers = new Map<string, ConsentReader>()
  private readonly onRead: () => void

  constructor(onRead: () => void) {
    this.onRead = onRead
  }

  of({ id, containers }: Grant): ConsentTerms | 'unread' | undefined {
    const [container = ''] = containers
    for (const [pod, reader] of this.readers) {
      if (!container.startsWith(pod)) continue
      return reader.of(id) ?? (reader.isUnread(id) ? 'unread' : undefined)
    }
    return undefined
  }

  /** Reads what was not read before. Never rejects. */
  async read(source: LogSource, { pods, grants }: Grants): Promise<void> {
    await Promise.all(
      pods.map((pod) => {
        const its = grants.filter(({ containers: [container = ''] }) => container.startsWith(pod))
        return this.in(source, pod).want(its.map(({ id }) => id))
      }),
    )
  }

  private in(source: LogSource, pod: string): ConsentReader {
    const known = this.readers.get(pod)
    if (known) return known
    const fresh = new ConsentReader((url) => statementsOf(source, url), pod, this.onRead)
    this.readers.set(pod, fresh)
    return fresh
  }
}
