import { randomBytes } from 'node:crypto'
import { isConflict } from './engine/errors.ts'
import type { PodEngine } from './engine/PodEngine.ts'

const space = 'secrets'

/** 32 random bytes of one purpose, made when they are first asked for, and kept by the engine. */
export class Secret {
  private readonly engine: PodEngine
  private readonly purpose: string
  private kept: Promise<Buffer> | undefined

  constructor(engine: PodEngine, purpose: string) {
    this.engine = engine
    this.purpose = purpose
  }

  bytes(): Promise<Buffer> {
    this.kept ??= this.read().catch((error) => {
      this.kept = undefined
      throw error
    })
    return this.kept
  }

  private async read(): Promise<Buffer> {
    const key = this.purpose
    const found = await this.engine.value(space, key)
    if (found) return Buffer.from(JSON.parse(found.value) as string, 'base64url')
    const made = randomBytes(32)
    const value = JSON.stringify(made.toString('base64url'))
    try {
      await this.engine.commit({ changes: [{ kind: 'set-value', space, key, value, ifVersion: 0 }] })
      return made
    } catch (error) {
      if (isConflict(error)) return this.read()
      throw error
    }
  }
}
