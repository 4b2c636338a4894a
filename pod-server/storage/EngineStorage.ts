import type { ExpiringStorage } from '@solid/community-server'
import type { PodEngine, Value } from '../engine/PodEngine.ts'

/** CSS's key-value storage, expiring or not, as one space of the engine. */
export class EngineStorage<T> implements ExpiringStorage<string, T> {
  private readonly engine: PodEngine
  private readonly space: string

  constructor(engine: PodEngine, space: string) {
    this.engine = engine
    this.space = space
  }

  async get(key: string): Promise<T | undefined> {
    const found = await this.engine.value(this.space, key)
    return found && this.parse(found)
  }

  async has(key: string): Promise<boolean> {
    return (await this.engine.value(this.space, key)) !== undefined
  }

  /** `expiration`: milliseconds from now, or a date. */
  async set(key: string, value: T, expiration?: number | Date): Promise<this> {
    const expires = typeof expiration === 'number' ? Date.now() + expiration : expiration?.getTime()
    if (expires !== undefined && expires <= Date.now()) throw new Error('Value is already expired')
    await this.engine.commit({
      changes: [{ kind: 'set-value', space: this.space, key, value: JSON.stringify(value), expires }],
    })
    return this
  }

  async delete(key: string): Promise<boolean> {
    const there = await this.has(key)
    if (there) await this.engine.commit({ changes: [{ kind: 'delete-value', space: this.space, key }] })
    return there
  }

  async *entries(): AsyncIterableIterator<[string, T]> {
    for await (const found of this.engine.values(this.space)) yield [found.key, this.parse(found)]
  }

  /** CSS ends the timers of its own expiring storages so; here is none. */
  async finalize(): Promise<void> {}

  private parse({ value }: Value): T {
    return JSON.parse(value) as T
  }
}
