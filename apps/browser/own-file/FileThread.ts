import type { Words } from '../../shared/i18n/t.ts'
import type { Difference } from './difference.ts'
import type { FileTasks, Target } from './file-tasks.ts'
import type { Kind, Preview } from './preview.ts'
import type { Undo } from './undo.ts'

export interface FileTask {
  readonly id: number
  readonly what: keyof FileTasks
  readonly given: readonly unknown[]
}

/** Why a file is not read, in the citizen’s words, and who must act. */
export interface Refusal {
  readonly code: string
  /** Where the text does not say it. */
  readonly who?: 'you' | 'citizen' | 'partner' | 'us'
  readonly text: Words
}

export type FileAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly refusal: Refusal }

export class FileRefused extends Error {
  override name = 'FileRefused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** Reads files away from the page. Each method rejects with FileRefused. */
export class FileThread {
  private readonly worker = new Worker(new URL('./file-thread.ts', import.meta.url), { type: 'module' })
  private readonly waiting = new Map<number, Waiting>()
  private last = 0

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => {
      const waiting = this.waiting.get(data.id)
      this.waiting.delete(data.id)
      if ('result' in data) waiting?.resolve(data.result)
      else waiting?.reject(new FileRefused(data.refusal))
    }
    this.worker.onerror = () => this.fail()
  }

  kinds(): Promise<Kind[]> {
    return this.ask('kinds') as Promise<Kind[]>
  }

  recognise(file: Blob): Promise<Kind[]> {
    return this.ask('recognise', file) as Promise<Kind[]>
  }

  read(file: Blob, target: Target): Promise<Preview> {
    return this.ask('read', file, target) as Promise<Preview>
  }

  difference(url: string, there: string | undefined): Promise<Difference> {
    return this.ask('difference', url, there) as Promise<Difference>
  }

  undo(url: string, turtle: string, runIri: string): Promise<Undo> {
    return this.ask('undo', url, turtle, runIri) as Promise<Undo>
  }

  /** Whatever it was doing is left. */
  end(): void {
    this.worker.terminate()
    this.fail()
  }

  private ask(what: keyof FileTasks, ...given: unknown[]): Promise<unknown> {
    const id = ++this.last
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, what, given } satisfies FileTask)
    })
  }

  private fail(): void {
    for (const { reject } of this.waiting.values()) reject(new FileRefused(broken))
    this.waiting.clear()
  }
}

const broken: Refusal = {
  code: 'broken',
  who: 'us',
  text: {
    fr: 'Ce fichier n’a pas pu être lu par cette page. Rechargez-la et réessayez ; si cela continue, c’est à nous d’agir.',
    en: 'This page could not read the file. Load it again and try again; if it keeps happening, we must act.',
  },
}
