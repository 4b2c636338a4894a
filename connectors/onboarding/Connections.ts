import { readFile, rename, writeFile } from 'node:fs/promises'
import type { Connection } from './connection.ts'

/** Which pod each customer has connected, in a file of the partner's own, readable by this user alone. */
export class Connections {
  private readonly path: string
  private last: Promise<unknown> = Promise.resolve()

  constructor(path: string) {
    this.path = path
  }

  async of(customer: string): Promise<Connection | undefined> {
    return (await this.all()).get(customer)
  }

  keep(customer: string, connection: Connection): Promise<void> {
    return this.change((all) => all.set(customer, connection))
  }

  forget(customer: string): Promise<void> {
    return this.change((all) => all.delete(customer))
  }

  /** One change after another: none is lost to another, and the file is whole at every moment. */
  private change(change: (all: Map<string, Connection>) => void): Promise<void> {
    const done = this.last.then(async () => {
      const all = await this.all()
      change(all)
      const text = `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`
      await writeFile(`${this.path}.new`, text, { mode: 0o600 })
      await rename(`${this.path}.new`, this.path)
    })
    this.last = done.catch(() => {})
    return done
  }

  async all(): Promise<Map<string, Connection>> {
    try {
      const text = await readFile(this.path, 'utf8')
      return new Map(Object.entries(JSON.parse(text) as Record<string, Connection>))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
      throw error
    }
  }
}
