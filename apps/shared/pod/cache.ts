import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { PodDocument } from './records.ts'

/** A document as it was read last time. */
export interface KeptDocument extends PodDocument {
  /** What the listing said of it then; see `versionOf`. */
  readonly version: string | undefined
  readonly etag: string | undefined
}

interface Schema extends DBSchema {
  documents: { key: string; value: KeptDocument }
  owner: { key: 'webId' | 'format'; value: string }
}

/** Change it when the form of the records changes: what was kept before is dropped. */
const format = '4'

/**
 * The citizen's records on this device, so that a second visit shows figures at once. Belongs to one WebID: another
 * one, or logging out, erases it. Without IndexedDB nothing is kept and nothing fails.
 */
export class RecordCache {
  private readonly db: Promise<IDBPDatabase<Schema> | undefined>

  constructor(name = 'traboule-records') {
    this.db = openDB<Schema>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('documents', { keyPath: 'url' })
        db.createObjectStore('owner')
      },
    }).catch(() => undefined)
  }

  /** Whose records these are, and the records. Undefined when nothing is kept. */
  async read(): Promise<{ webId: string; documents: KeptDocument[] } | undefined> {
    return this.safely(async (db) => {
      const { store: owner } = db.transaction('owner')
      const [webId, kept] = await Promise.all([owner.get('webId'), owner.get('format')])
      if (!webId || kept !== format) return undefined
      return { webId, documents: await db.getAll('documents') }
    })
  }

  /** Makes the cache this citizen's: anybody else's records go. */
  async belongTo(webId: string): Promise<void> {
    await this.safely(async (db) => {
      const work = db.transaction(['documents', 'owner'], 'readwrite')
      const owner = work.objectStore('owner')
      const same = (await owner.get('webId')) === webId && (await owner.get('format')) === format
      if (!same) await work.objectStore('documents').clear()
      await Promise.all([owner.put(webId, 'webId'), owner.put(format, 'format'), work.done])
    })
  }

  /** Keeps some documents and drops others, at once. Nothing happens unless the cache is still `webId`'s. */
  async keep(webId: string, documents: readonly KeptDocument[], gone: readonly string[] = []): Promise<void> {
    if (documents.length + gone.length === 0) return
    await this.safely(async (db) => {
      const work = db.transaction(['documents', 'owner'], 'readwrite')
      if ((await work.objectStore('owner').get('webId')) === webId) {
        const store = work.objectStore('documents')
        for (const document of documents) void store.put(document)
        for (const url of gone) void store.delete(url)
      }
      await work.done
    })
  }

  async erase(): Promise<void> {
    await this.safely(async (db) => {
      const work = db.transaction(['documents', 'owner'], 'readwrite')
      await Promise.all([work.objectStore('documents').clear(), work.objectStore('owner').clear(), work.done])
    })
  }

  /** A full or broken store must never keep the citizen from their figures. */
  private async safely<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    const db = await this.db
    try {
      return db && (await work(db))
    } catch {
      return undefined
    }
  }
}
