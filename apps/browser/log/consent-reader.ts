import { Graph, type Statement } from '#vocab/graph'
import { eachOf } from '../../shared/pod/each-of.ts'
import { type ConsentTerms, consentTerms } from '../consent-terms.ts'

/** The triples of a document of the pod. Rejects with a PodFailure. */
export type ReadStatements = (url: string) => Promise<readonly Statement[]>

const atOnce = 4

/** The consent records that lines of a log are about, each read once when it is first looked at. */
export class ConsentReader {
  private readonly read: ReadStatements
  private readonly pod: string
  private readonly onRead: () => void
  /** By the id of the grant; undefined while it is read, and where it could not be. */
  private readonly known = new Map<string, ConsentTerms | undefined>()
  private readonly unread = new Set<string>()

  constructor(read: ReadStatements, pod: string, onRead: () => void) {
    this.read = read
    this.pod = pod
    this.onRead = onRead
  }

  of(id: string): ConsentTerms | undefined {
    return this.known.get(id)
  }

  /** Whether it was asked for and could not be had. */
  isUnread(id: string): boolean {
    return this.unread.has(id)
  }

  /** Reads those that were not asked for before. Never rejects: what could not be read is told without (`isUnread`). */
  async want(ids: Iterable<string>): Promise<void> {
    const fresh = [...new Set(ids)].filter((id) => !this.known.has(id))
    for (const id of fresh) this.known.set(id, undefined)
    await eachOf(fresh, atOnce, async (id) => {
      const record = `${this.pod}consents/${id}`
      const terms = await this.read(record).then(
        (statements) => consentTerms(record, new Graph(statements)),
        () => undefined,
      )
      // What is no consent record tells nothing.
      if (terms?.recipient === undefined) this.unread.add(id)
      else this.known.set(id, terms)
      this.onRead()
    })
  }
}
