import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { seenDatabase } from './seen-database.ts'

/** An answer of a pod, as it was when it was last seen. */
export interface Seen {
  readonly url: string
  readonly type: string
  readonly etag: string | undefined
  readonly bytes: ArrayBuffer
  /** When it was seen: UTC milliseconds. */
  readonly at: number
}

interface Schema extends DBSchema {
  answers: { key: string; value: Seen; indexes: { at: number } }
  /** Whose it all is, and how many bytes it is. */
  owner: { key: 'webId' | 'size'; value: string | number }
}

/** Of answers, and their bytes: the ones seen longest ago go first. */
const mostAnswers = 3000
const mostSize = 50 << 20

/**
 * What was seen of the citizen's pods on this device. Belongs to one WebID: another one, or logging out, erases it.
 * Without IndexedDB nothing is kept and nothing fails.
 */
export class SeenStore {
  private readonly db: Promise<IDBPDatabase<Schema> | undefined>

  constructor() {
    this.db = openDB<Schema>(seenDatabase, 1, {
      upgrade: (db) => {
        db.createObjectStore('answers', { keyPath: 'url' }).createIndex('at', 'at')
        db.createObjectStore('owner')
      },
    }).catch(() => undefined)
  }

  /** Makes it this citizen's: what is anybody else's goes. */
  async belongTo(webId: string): Promise<void> {
    await this.safely(async (db) => {
      const work = db.transaction(['answers', 'owner'], 'readwrite')
      const owner = work.objectStore('owner')
      const [whose, size] = await Promise.all([owner.get('webId'), owner.get('size')])
      if (whose !== webId || size === undefined) {
        await work.objectStore('answers').clear()
        await owner.put(0, 'size')
      }
      await Promise.all([owner.put(webId, 'webId'), work.done])
    })
  }

  /** Undefined where it was not seen, or is not `webId`'s. */
  async read(webId: string, url: string): Promise<Seen | undefined> {
    return this.safely(async (db) => {
      const work = db.transaction(['answers', 'owner'])
      const [owner, seen] = await Promise.all([
        work.objectStore('owner').get('webId'),
        work.objectStore('answers').get(url),
      ])
      return owner === webId ? seen : undefined
    })
  }

  /** Nothing happens unless the store is still `webId`'s: who has logged out meanwhile leaves nothing. */
  async keep(webId: string, seen: Seen): Promise<void> {
    await this.safely(async (db) => {
      const work = db.transaction(['answers', 'owner'], 'readwrite')
      if ((await work.objectStore('owner').get('webId')) === webId) {
        const [answers, owner] = [work.objectStore('answers'), work.objectStore('owner')]
        const before = (await answers.get(seen.url))?.bytes.byteLength ?? 0
        await answers.put(seen)
        let count = await answers.count()
        let size = Number(await owner.get('size')) + seen.bytes.byteLength - before
        const isTooMuch = () => count > mostAnswers || size > mostSize
        let oldest = isTooMuch() ? await answers.index('at').openCursor() : null
        while (oldest && isTooMuch()) {
          count -= 1
          size -= oldest.value.bytes.byteLength
          await oldest.delete()
          oldest = await oldest.continue()
        }
        await owner.put(size, 'size')
      }
      await work.done
    })
  }

  /** Forgets what is at an address, and all below it where it is a container. */
  async forget(url: string): Promise<void> {
    await this.safely(async (db) => {
      const end = url.endsWith('/') ? `${url}\uffff` : url
      const work = db.transaction(['answers', 'owner'], 'readwrite')
      const [answers, owner] = [work.objectStore('answers'), work.objectStore('owner')]
      let gone = 0
      for (let it = await answers.openCursor(IDBKeyRange.bound(url, end)); it; it = await it.continue()) {
        gone += it.value.bytes.byteLength
        await it.delete()
      }
      // Of what was erased already nothing is kept, and no size either.
      if (gone > 0) await owner.put(Number(await owner.get('size')) - gone, 'size')
      await work.done
    })
  }

  /** What is kept of what is below a container: addresses. */
  async below(container: string): Promise<readonly string[]> {
    const all = IDBKeyRange.bound(container, `${container}\uffff`)
    return (await this.safely((db) => db.getAllKeys('answers', all))) ?? []
  }

  async erase(): Promise<void> {
    await this.safely(async (db) => {
      const work = db.transaction(['answers', 'owner'], 'readwrite')
      await Promise.all([work.objectStore('answers').clear(), work.objectStore('owner').clear(), work.done])
    })
  }

  /** A full or broken store must never keep the citizen from their pod. */
  private async safely<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    const db = await this.db
    try {
      return db && (await work(db))
    } catch {
      return undefined
    }
  }
}
