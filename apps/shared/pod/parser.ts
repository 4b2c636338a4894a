import type { ImportRun } from '#vocab/generated/imports'
import type { Statement } from '#vocab/graph'
import { PodFailure } from './failure.ts'
import type { Entry } from './parse-listing.ts'
import type { Told } from './parse-told.ts'
import type { PodRecord } from './records.ts'

export interface ParseTask {
  readonly id: number
  readonly what: 'document' | 'listing' | 'runs' | 'statements' | 'told'
  readonly url: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type ParseAnswer =
  | { readonly id: number; readonly result: PodRecord[] | Entry[] | ImportRun[] | Statement[] | Told }
  | { readonly id: number; readonly failed: true }

/** Reads Turtle away from the page's thread. One a page. The bytes given are moved, not copied. */
export class TurtleParser {
  private readonly worker = new Worker(new URL('./parse.worker.ts', import.meta.url), { type: 'module' })
  private readonly waiting = new Map<number, (answer: ParseAnswer | undefined) => void>()
  private last = 0

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<ParseAnswer>) => this.settle(data.id, data)
    this.worker.onerror = () => {
      for (const id of [...this.waiting.keys()]) this.settle(id, undefined)
    }
  }

  /** @throws PodFailure `unreadable` */
  document(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<PodRecord[]> {
    return this.ask('document', url, bytes) as Promise<PodRecord[]>
  }

  /** @throws PodFailure `unreadable` */
  listing(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<Entry[]> {
    return this.ask('listing', url, bytes) as Promise<Entry[]>
  }

  /** The imports a document claims, latest first. @throws PodFailure `unreadable` */
  runs(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<ImportRun[]> {
    return this.ask('runs', url, bytes) as Promise<ImportRun[]>
  }

  /** @throws PodFailure `unreadable` */
  statements(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<Statement[]> {
    return this.ask('statements', url, bytes) as Promise<Statement[]>
  }

  /** How a document came, as it says. @throws PodFailure `unreadable` */
  told(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<Told> {
    return this.ask('told', url, bytes) as Promise<Told>
  }

  private ask(what: ParseTask['what'], url: string, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
    const id = ++this.last
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        if (answer && 'result' in answer) resolve(answer.result)
        else reject(new PodFailure('unreadable', url))
      })
      this.worker.postMessage({ id, what, url, bytes } satisfies ParseTask, [bytes.buffer])
    })
  }

  private settle(id: number, answer: ParseAnswer | undefined): void {
    this.waiting.get(id)?.(answer)
    this.waiting.delete(id)
  }
}
