import type { SessionDatabase } from '@uvdsl/solid-oidc-client-browser/core'
import { type IDBPDatabase, openDB } from 'idb'

/** An access token that may serve again after a reload. Bound to the key that cannot leave this browser. */
export interface SavedAccess {
  readonly token: string
  readonly webId: string
  /** Seconds since 1970. */
  readonly expires: number
}

/**
 * Where the log-in library keeps the refresh token and its non-extractable key, and we the access token.
 * Without IndexedDB (some private windows) the session lives as long as the page.
 */
export class TokenStore implements SessionDatabase {
  private db: Promise<IDBPDatabase> | undefined
  private readonly memory = new Map<string, unknown>()

  async init(): Promise<this> {
    this.db ??= openDB('traboule-session', 1, {
      upgrade: (db) => void db.createObjectStore('tokens'),
    })
    this.db.catch(() => {})
    return this
  }

  async setItem(id: string, value: unknown): Promise<void> {
    this.memory.set(id, value)
    await this.inStore((db) => db.put('tokens', value, id))
  }

  /** What is kept on the device first: another tab may have renewed it. Null when there is none, as the library expects. */
  async getItem(id: string): Promise<unknown> {
    const [kept, works] = await this.inStore((db) => db.get('tokens', id))
    return (works ? kept : this.memory.get(id)) ?? null
  }

  async deleteItem(id: string): Promise<void> {
    this.memory.delete(id)
    await this.inStore((db) => db.delete('tokens', id))
  }

  async clear(): Promise<void> {
    this.memory.clear()
    await this.inStore((db) => db.clear('tokens'))
  }

  close(): void {
    // Kept open: it is used at each renewal.
  }

  private async inStore(
    work: (db: IDBPDatabase) => Promise<unknown>,
  ): Promise<[value: unknown, works: boolean]> {
    try {
      await this.init()
      return [await work((await this.db) as IDBPDatabase), true]
    } catch {
      return [undefined, false]
    }
  }
}
