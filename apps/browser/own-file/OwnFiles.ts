import { asFailure } from '../../shared/pod/failure.ts'
import { citizenName } from '../../shared/session/citizen-name.ts'
import type { Space } from '../space.ts'
import { FileRefused, FileThread } from './FileThread.ts'
import { alreadyThere, type Imported, type ImportedDocument, importFile } from './import-file.ts'
import { messages } from './messages.ts'
import { ownContainer } from './own-folder.ts'
import { type Manner, politely } from './polite.ts'
import type { Kind, Preview } from './preview.ts'
import { shownName } from './shown-name.ts'
import type { Looked } from './step.ts'
import { type Undone, undoImport } from './undo-import.ts'

/** What is done with the citizen’s own files, in their pod. */
export class OwnFiles {
  private readonly space: () => Space | undefined
  private thread: FileThread | undefined
  private stop = new AbortController()

  constructor(space: () => Space | undefined) {
    this.space = space
  }

  kinds(): Promise<Kind[]> {
    return this.ready().kinds()
  }

  /** What it may be. @throws FileRefused */
  recognise(file: File): Promise<Kind[]> {
    return this.ready().recognise(file)
  }

  /** The citizen’s spaces. */
  get pods(): readonly string[] {
    return this.space()?.grants?.pods ?? []
  }

  /** Reads it for one of them, writes nothing. @throws FileRefused, PodFailure */
  async look(file: File, { id, domain }: Kind, pod: string): Promise<Looked> {
    const { space, manner, webId } = this.here()
    await assertPlace(manner, pod, domain)
    const container = ownContainer(pod, domain)
    const thread = this.ready()
    const preview = await thread.read(file, { connector: id, container, webId, at: new Date() })
    const there = await alreadyThere(preview, knownDocuments(space), thread, manner)
    const several = this.pods.length > 1
    return {
      name: shownName(file.name),
      space: several ? citizenName(pod) : undefined,
      preview,
      container,
      there,
    }
  }

  /** Never rejects. */
  async import(preview: Preview, onProgress: (done: number) => void): Promise<Imported> {
    const { space, manner } = this.here()
    const imported = await importFile(preview, knownDocuments(space), this.ready(), manner, onProgress)
    await space.refresh()
    return imported
  }

  /** Never rejects. */
  async undo(
    documents: readonly ImportedDocument[],
    own: string,
    onProgress: (done: number) => void,
  ): Promise<Undone> {
    const { space, manner } = this.here()
    const list = (container: string) => space.reader.list(container)
    const undone = await undoImport(documents, { own, list }, this.ready(), manner, onProgress)
    await space.refresh()
    return undone
  }

  /** Leaves a file that is being read, or an import after the document that is being written. */
  leave(isImporting: boolean): void {
    this.stop.abort()
    this.stop = new AbortController()
    if (isImporting) return
    this.thread?.end()
    this.thread = undefined
  }

  private ready(): FileThread {
    this.thread ??= new FileThread()
    return this.thread
  }

  private here(): { space: Space; manner: Manner; webId: string } {
    const space = this.space()
    const webId = space?.session?.webId
    if (!space?.session || !webId) throw asFailure(new Error('no session'), '')
    return { space, manner: { fetch: space.session.fetch, signal: this.stop.signal }, webId }
  }
}

const knownDocuments = ({ partners = [] }: Space): Set<string> =>
  new Set(partners.flatMap(({ folders }) => folders.flatMap(({ sheets }) => sheets.map(({ url }) => url))))

/**
 * Health has rules of its own, which nothing above it reaches into (DESIGN §4), and this page can write none: where that
 * place is not made, it would be under the rules of the rest.
 */
async function assertPlace(manner: Manner, pod: string, domain: string): Promise<void> {
  if (domain !== 'health') return
  const { ok } = await politely(manner, `${pod}data/${domain}/`, { method: 'HEAD' }, [404, 410])
  if (!ok) throw new FileRefused({ code: 'no-place', who: 'us', text: messages.healthNotReady })
}
