import { randomUUID } from 'node:crypto'
import { ConflictHttpError, type IndexedStorage, NotFoundHttpError } from '@solid/community-server'
import { EngineError } from '../engine/errors.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { spaceOf, tagOf } from './record-place.ts'
import { unit } from './request.ts'
import type { ValueChange } from './UnitOfWork.ts'

/** Fields that no two records of a type share, whoever asks at the same time. */
const unique: Readonly<Record<string, readonly string[]>> = {
  password: ['email'],
  passkey: ['credentialId'],
  pod: ['baseUrl', 'accountId'],
}

/** A record of any type; the types are CSS's own (accounts, log-ins, pods, WebIDs, credentials), and passkeys. */
interface Fields {
  [field: string]: unknown
}
interface RecordOf extends Fields {
  id: string
}

/**
 * CSS's account records: one value each, found by its indexed fields and by the records that it refers to. Whatever
 * has to refer to a record goes with it, in the same commit.
 */
export class EngineRecords implements IndexedStorage<never> {
  private readonly engine: PodEngine
  private readonly types = new Map<string, Readonly<Record<string, string>>>()
  private readonly indexed = new Map<string, Set<string>>()

  constructor(engine: PodEngine) {
    this.engine = engine
  }

  async defineType(type: string, description: Readonly<Record<string, string>>): Promise<void> {
    this.types.set(type, description)
    const references = Object.keys(description).filter((field) => referenceOf(description[field]))
    this.indexed.set(type, new Set(references))
  }

  async createIndex(type: string, field: string): Promise<void> {
    if (field !== 'id') this.indexed.get(type)?.add(field)
  }

  async create(type: string, value: Fields): Promise<never> {
    const created = { ...value, id: randomUUID() }
    await this.commit([this.write(type, created)])
    return created as never
  }

  async has(type: string, id: string): Promise<boolean> {
    return (await this.read(type, id)) !== undefined
  }

  async get(type: string, id: string): Promise<never> {
    return (await this.read(type, id)) as never
  }

  async find(type: string, query: Fields): Promise<never> {
    return (await this.search(type, query)) as never
  }

  async findIds(type: string, query: Fields): Promise<string[]> {
    return (await this.search(type, query)).map(({ id }) => id)
  }

  async set(type: string, value: RecordOf): Promise<void> {
    if (!(await this.has(type, value.id))) throw new NotFoundHttpError()
    await this.commit([this.write(type, value)])
  }

  async setField(type: string, id: string, field: string, value: unknown): Promise<void> {
    const found = await this.read(type, id)
    if (!found) throw new NotFoundHttpError()
    await this.commit([this.write(type, { ...found, [field]: value })])
  }

  async delete(type: string, id: string): Promise<void> {
    const changes = new Map<string, ValueChange>()
    await this.deletion(type, id, changes)
    await this.commit([...changes.values()])
  }

  async *entries(type: string): AsyncIterableIterator<never> {
    for await (const { value } of this.engine.values(spaceOf(type))) yield JSON.parse(value) as never
  }

  /** A record, and what refers to it: deleted where it must refer to one, else without its reference. */
  private async deletion(type: string, id: string, changes: Map<string, ValueChange>): Promise<void> {
    const at = `${type} ${id}`
    if (changes.has(at)) return
    changes.set(at, { kind: 'delete-value', space: spaceOf(type), key: id })
    for (const [other, description] of this.types) {
      for (const [field, kind] of Object.entries(description)) {
        if (referenceOf(kind) !== type) continue
        for (const record of await this.tagged(other, field, id)) {
          if (!kind.endsWith('?')) await this.deletion(other, record.id, changes)
          else if (!changes.has(`${other} ${record.id}`)) {
            const { [field]: _, ...rest } = record
            changes.set(`${other} ${record.id}`, this.write(other, { ...rest, id: record.id }))
          }
        }
      }
    }
  }

  private async search(type: string, query: Fields): Promise<RecordOf[]> {
    const found = await this.candidates(type, query)
    const matches = await Promise.all(found.map((record) => this.matches(type, record, query)))
    return found.filter((_, index) => matches[index])
  }

  /** By the id, an index, or the records that are referred to: never by looking at them all. */
  private async candidates(type: string, query: Fields): Promise<RecordOf[]> {
    if (typeof query['id'] === 'string') {
      const record = await this.read(type, query['id'])
      return record ? [record] : []
    }
    for (const [field, value] of Object.entries(query)) {
      if (!this.indexed.get(type)?.has(field) || value === undefined) continue
      if (typeof value !== 'object' || value === null) return this.tagged(type, field, value)
      const ids = await this.findIds(this.referenced(type, field), value as Fields)
      return (await Promise.all(ids.map((id) => this.tagged(type, field, id)))).flat()
    }
    throw new Error(`no index for this query on ${type}`)
  }

  private async matches(type: string, record: RecordOf, query: Fields): Promise<boolean> {
    for (const [field, wanted] of Object.entries(query)) {
      if (wanted === undefined) continue
      const value = record[field]
      if (typeof wanted === 'object' && wanted !== null) {
        const other = this.referenced(type, field)
        const target = typeof value === 'string' ? await this.read(other, value) : undefined
        if (!target || !(await this.matches(other, target, wanted as Fields))) return false
      } else if (Array.isArray(value) ? !value.includes(wanted) : value !== wanted) return false
    }
    return true
  }

  private async read(type: string, id: string): Promise<RecordOf | undefined> {
    const found = await this.engine.value(spaceOf(type), id)
    return found && (JSON.parse(found.value) as RecordOf)
  }

  private async tagged(type: string, field: string, value: unknown): Promise<RecordOf[]> {
    const found = await this.engine.tagged(spaceOf(type), tagOf(field, value))
    return found.map((it) => JSON.parse(it.value) as RecordOf)
  }

  private write(type: string, record: RecordOf): ValueChange {
    const tags = [...(this.indexed.get(type) ?? [])].flatMap((field) => {
      const value = record[field]
      if (value === undefined) return []
      return (Array.isArray(value) ? value : [value]).map((it) => tagOf(field, it))
    })
    return {
      kind: 'set-value',
      space: spaceOf(type),
      key: record.id,
      value: JSON.stringify(record),
      tags,
      unique: (unique[type] ?? []).map((field) => tagOf(field, record[field])),
    }
  }

  /** With the commit of the request where there is one, else at once. */
  private async commit(changes: ValueChange[]): Promise<void> {
    const request = unit.getStore()
    if (request) return request.setValues(changes)
    try {
      await this.engine.commit({ changes })
    } catch (error) {
      if (error instanceof EngineError && error.code === 'conflict')
        throw new ConflictHttpError('There is one already.')
      throw error
    }
  }

  private referenced(type: string, field: string): string {
    const other = referenceOf(this.types.get(type)?.[field])
    if (!other) throw new Error(`${field} of ${type} refers to no record`)
    return other
  }
}

/** `id:account`, `id:pod[]?`: the type that a field refers to. */
const referenceOf = (kind: string | undefined): string | undefined => /^id:([^[?]+)/.exec(kind ?? '')?.[1]
