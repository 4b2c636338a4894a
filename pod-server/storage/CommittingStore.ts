import {
  AS,
  type ChangeMap,
  type Conditions,
  type Patch,
  type Representation,
  type RepresentationPreferences,
  type ResourceIdentifier,
  type ResourceStore,
  SOLID_AS,
} from '@solid/community-server'
import { assertSize } from '../consents/assert-rules.ts'
import { isConflict } from '../engine/errors.ts'
import type { PodEngine, Writer } from '../engine/PodEngine.ts'
import { AccessChanged } from './AccessChanged.ts'
import { attempts } from './attempts.ts'
import { commitUnit } from './commit-unit.ts'
import { type Notice, writeNotice } from './notice.ts'
import { OneByOne } from './OneByOne.ts'
import { reading } from './reading.ts'
import { repeatable } from './repeatable.ts'
import { type Basis, basis, unit } from './request.ts'
import { UnitOfWork } from './UnitOfWork.ts'

/**
 * One call, one commit. What a call reads and writes is gathered in a unit of work and committed at its end, if what
 * it was decided by still holds; else it is done again from the start. Nothing is locked: of writes to one resource the
 * next begins when the last has ended, only so that less is done twice.
 */
export class CommittingStore implements ResourceStore {
  private readonly source: ResourceStore
  private readonly engine: PodEngine
  private readonly turns = new OneByOne()

  constructor(source: ResourceStore, engine: PodEngine) {
    this.source = source
    this.engine = engine
  }

  hasResource(identifier: ResourceIdentifier): Promise<boolean> {
    return reading(this.engine, () => this.source.hasResource(identifier))
  }

  getRepresentation(
    identifier: ResourceIdentifier,
    preferences: RepresentationPreferences,
    conditions?: Conditions,
  ): Promise<Representation> {
    return reading(this.engine, () => this.source.getRepresentation(identifier, preferences, conditions))
  }

  setRepresentation(
    identifier: ResourceIdentifier,
    representation: Representation,
    conditions?: Conditions,
  ): Promise<ChangeMap> {
    return this.write(identifier, representation, () =>
      this.source.setRepresentation(identifier, representation, conditions),
    )
  }

  addResource(
    container: ResourceIdentifier,
    representation: Representation,
    conditions?: Conditions,
  ): Promise<ChangeMap> {
    return this.write(container, representation, () =>
      this.source.addResource(container, representation, conditions),
    )
  }

  deleteResource(identifier: ResourceIdentifier, conditions?: Conditions): Promise<ChangeMap> {
    return this.write(identifier, undefined, () => this.source.deleteResource(identifier, conditions))
  }

  modifyResource(identifier: ResourceIdentifier, patch: Patch, conditions?: Conditions): Promise<ChangeMap> {
    return this.write(
      identifier,
      patch,
      () => this.source.modifyResource(identifier, patch, conditions),
      true,
    )
  }

  private async write(
    { path }: ResourceIdentifier,
    representation: Representation | undefined,
    work: () => Promise<ChangeMap>,
    isPatch = false,
  ): Promise<ChangeMap> {
    const within = unit.getStore()
    if (within) return noting(within, await work())
    const again = await repeatable(representation)
    return this.turns.run(path, () =>
      attempts(async () => {
        again()
        const own = new UnitOfWork(this.engine, isPatch)
        const changes = await unit.run(own, async () => noting(own, await work()))
        if (path.endsWith('.acl')) await assertSize(own, path)
        const { acls, by } = basisOfCommit()
        const decidedBy = [...acls].map(([path, version]) => ({ path, version }))
        try {
          await commitUnit(this.engine, own, by, { decidedBy })
        } catch (error) {
          if (!isConflict(error) || !acls.has(error.subject)) throw error
          again()
          throw new AccessChanged(error.subject)
        }
        return changes
      }),
    )
  }
}

/** What is asked over HTTP is committed only by what allowed it; what the server does by itself needs no leave. */
function basisOfCommit(): Pick<Basis, 'acls'> & { readonly by: Writer | undefined } {
  const decided = basis.getStore()
  if (!decided) return { acls: new Map(), by: undefined }
  if (decided.acls.size === 0) throw new Error('a write that nobody has decided')
  return decided
}

/** Keeps what is to be told of the changes once they are committed. */
function noting(work: UnitOfWork, changes: ChangeMap): ChangeMap {
  for (const [{ path }, metadata] of changes) {
    const activity = metadata.get(SOLID_AS.terms.activity)?.value
    const object = metadata.get(AS.terms.object)?.value
    if (activity) work.notices.push(writeNotice({ url: path, activity, object } satisfies Notice))
  }
  return changes
}
