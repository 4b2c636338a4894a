import { assertRules } from '../consents/assert-rules.ts'
import { isOver } from '../engine/errors.ts'
import type { Commit, Expectation, PodEngine, Writer } from '../engine/PodEngine.ts'
import { attempts } from './attempts.ts'
import { NoRoom } from './no-room.ts'
import { unit } from './request.ts'
import { UnitOfWork } from './UnitOfWork.ts'

interface UnitOptions extends Pick<Commit, 'beyondQuota'> {
  /** What its caller went by. */
  readonly decidedBy?: readonly Expectation[]
}

/**
 * Commits what a unit of work has changed, if what it and its caller went by still holds.
 *
 * @throws EngineError `conflict` and its like. @throws NoRoom. @throws HttpError 409 for rules that may not be.
 */
export async function commitUnit(
  engine: PodEngine,
  work: UnitOfWork,
  by: Writer | undefined,
  { decidedBy = [], beyondQuota = false }: UnitOptions = {},
): Promise<void> {
  await assertRules(work)
  const commit = work.toCommit()
  if (!commit) return
  try {
    await engine.commit({
      ...commit,
      expect: [...decidedBy, ...(commit.expect ?? [])],
      ...(by ? { by } : {}),
      notices: work.notices,
      beyondQuota,
    })
  } catch (error) {
    throw isOver(error) ? new NoRoom(error.code) : error
  }
}

/** Work of several calls on the store, as one commit: all that it writes or nothing, done again when somebody else was first. */
export function oneCommit<T>(
  engine: PodEngine,
  by: Writer,
  work: () => Promise<T>,
  { beyondQuota = false }: Pick<Commit, 'beyondQuota'> = {},
): Promise<T> {
  return attempts(async () => {
    const own = new UnitOfWork(engine)
    const result = await unit.run(own, work)
    await commitUnit(engine, own, by, { beyondQuota })
    return result
  })
}
