import { randomBytes } from 'node:crypto'
import { erasedKey, erasedNames, saltKey, saltsIn } from '../erased-names.ts'
import type { Db } from './database.ts'

/** The names of erased pods, within the transaction that its caller holds. */
export class ReservedNames {
  private readonly db: Db

  constructor(db: Db) {
    this.db = db
  }

  has(pod: string): boolean {
    return saltsIn(this.value(saltKey)).some((salt) => this.value(erasedKey(salt, pod)) !== undefined)
  }

  add(pod: string, version: number): void {
    const salts = this.value(saltKey) ?? randomBytes(32).toString('base64url')
    const [salt = ''] = saltsIn(salts)
    const keep = this.db.prepare(
      'INSERT OR REPLACE INTO value (space, key, version, expires, value) VALUES (?, ?, ?, NULL, ?)',
    )
    keep.run(erasedNames, saltKey, version, salts)
    keep.run(erasedNames, erasedKey(salt, pod), version, '')
  }

  private value(key: string): string | undefined {
    const found = this.db
      .prepare('SELECT value FROM value WHERE space = ? AND key = ?')
      .get(erasedNames, key) as { value: string } | undefined
    return found?.value
  }
}
