import type { Change, Commit, PodEngine, PutDocument, Stored } from '../engine/PodEngine.ts'
import { parentOf } from '../engine/path.ts'

export type ValueChange = Extract<Change, { kind: 'set-value' | 'delete-value' }>
type DocumentChange = Exclude<Change, ValueChange>

/** What is there, as one request sees it: what it read once stays so, and what it has changed is changed already. */
export class UnitOfWork {
  readonly notices: string[] = []
  /** The ACL documents that were written or deleted, by address. */
  readonly rules = new Set<string>()
  /** Whether what is written was made by the server itself, and so is well-formed. */
  readonly isOwnMaking: boolean
  private readonly engine: PodEngine
  private readonly read = new Map<string, Promise<Stored | undefined>>()
  private readonly changes = new Map<string, DocumentChange>()
  private readonly written = new Map<string, number>()
  private readonly values: ValueChange[] = []
  private readonly expected = new Map<string, number>()
  private rulesOf: Commit['rulesOf']

  constructor(engine: PodEngine, isOwnMaking = false) {
    this.engine = engine
    this.isOwnMaking = isOwnMaking
  }

  latest(): Promise<number> {
    return this.engine.latest()
  }

  /** What is at a path; undefined where nothing is, or no longer. */
  async get(path: string): Promise<Stored | undefined> {
    const change = this.changes.get(path)
    if (change?.kind === 'delete') return undefined
    const before = await this.before(path)
    if (!change || change.kind === 'touch') return before
    return changed(change, before)
  }

  /** The bytes of a document, as stored; undefined when somebody else has just replaced it. */
  async body({ path, version }: Stored): Promise<Uint8Array | undefined> {
    const change = this.changes.get(path)
    return change?.kind === 'put-document' ? change.body : this.engine.body(path, version)
  }

  /** What is at a path until the commit. */
  before(path: string): Promise<Stored | undefined> {
    const known = this.read.get(path) ?? this.engine.get(path)
    this.read.set(path, known)
    return known
  }

  bodyBefore({ path, version }: Stored): Promise<Uint8Array | undefined> {
    return this.engine.body(path, version)
  }

  /** How often a path was changed here: what was read of it is so until the next time. */
  timesChanged(path: string): number {
    return this.written.get(path) ?? 0
  }

  async *children(container: string): AsyncIterable<Stored> {
    let after: string | undefined
    for (;;) {
      const page = await this.engine.list(container, 500, after)
      for (const child of page) if (!this.changes.has(child.path)) yield child
      if (page.length < 500) break
      after = page.at(-1)?.path
    }
    for (const { path } of this.changes.values()) {
      const child = parentOf(path) === container ? await this.get(path) : undefined
      if (child) yield child
    }
  }

  async put(change: PutDocument | Extract<Change, { kind: 'put-container' }>): Promise<void> {
    await this.expect(change.path)
    this.set(change)
  }

  async describe(path: string, metadata: string): Promise<void> {
    await this.expect(path)
    const pending = this.changes.get(path)
    const isPut = pending?.kind === 'put-document' || pending?.kind === 'put-container'
    this.set(isPut ? { ...pending, metadata } : { kind: 'describe', path, metadata })
  }

  /** What is written was decided by what is at a path, which must still be so at the commit. */
  async holdTo(path: string): Promise<void> {
    await this.expect(path)
  }

  /** It was decided by all the rules of a pod: there must be no others at the commit. `paths`: of the ACL documents. */
  holdToRules(pod: string, paths: readonly string[]): void {
    this.rulesOf = { pod, paths }
  }

  /** A container whose children changed. */
  touch(path: string): void {
    if (!this.changes.has(path)) this.set({ kind: 'touch', path })
  }

  async delete(path: string): Promise<void> {
    await this.expect(path)
    if (await this.before(path)) this.set({ kind: 'delete', path })
    else {
      this.changes.delete(path)
      this.count(path)
    }
  }

  /** Values that go with the rest; they are read as they were until then. */
  setValues(changes: readonly ValueChange[]): void {
    this.values.push(...changes)
  }

  /** What there is to commit; undefined when nothing was changed. */
  toCommit(): Pick<Commit, 'changes' | 'expect' | 'rulesOf'> | undefined {
    if (this.changes.size + this.values.length === 0) return undefined
    return {
      changes: [...this.changes.values(), ...this.above(), ...this.values],
      expect: [...this.expected].map(([path, version]) => ({ path, version })),
      ...(this.rulesOf ? { rulesOf: this.rulesOf } : {}),
    }
  }

  /**
   * The containers above what was changed, which say when: their own versions are then of what they say. That commutes,
   * and is told by `CommitFeed`.
   */
  private above(): Change[] {
    const paths = new Set<string>()
    for (const change of this.changes.keys()) {
      for (let path = parentOf(change); path && !paths.has(path); path = parentOf(path)) {
        if (!this.changes.has(path)) paths.add(path)
      }
    }
    return [...paths].map((path) => ({ kind: 'touch', path }))
  }

  /** What is written was decided by what was there. */
  private async expect(path: string): Promise<void> {
    if (!this.expected.has(path)) this.expected.set(path, (await this.before(path))?.version ?? 0)
  }

  private set(change: DocumentChange): void {
    this.changes.set(change.path, change)
    this.count(change.path)
  }

  private count(path: string): void {
    this.written.set(path, this.timesChanged(path) + 1)
  }
}

/** How a resource looks once a change is made: it has no version yet. */
function changed(change: DocumentChange, before: Stored | undefined): Stored | undefined {
  const { path } = change
  const fresh = { path, version: before?.version ?? 0, modified: Date.now() }
  switch (change.kind) {
    case 'put-document': {
      const { contentType, metadata, size, encoding } = change
      return { ...fresh, isContainer: false, contentType, metadata, size, encoding }
    }
    case 'put-container':
      return {
        ...fresh,
        isContainer: true,
        contentType: undefined,
        metadata: change.metadata,
        size: 0,
        encoding: 'identity',
      }
    case 'describe':
      return before && { ...before, metadata: change.metadata }
    default:
      return before
  }
}
