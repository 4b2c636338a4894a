import { HttpError } from '@solid/community-server'
import { assertRules } from '../consents/assert-rules.ts'
import { EngineError } from '../engine/errors.ts'
import type { Commit, Expectation, PodEngine, Writer } from '../engine/PodEngine.ts'
import { attempts } from './attempts.ts'
import { unit } from './request.ts'
import { UnitOfWork } from './UnitOfWork.ts'

interface UnitOptions extends Pick<Commit, 'beyondQuota'> {
  /** What its caller went by. */
  readonly decidedBy?: readonly Expectation[]
}

/**
 * Commits what a unit of work has changed, if what it and its caller went by still holds.
 *
 * @throws EngineError `conflict` and its like. @throws HttpError 413 over the quota, 409 for rules that may not be.
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
    if (error instanceof EngineError && error.code === 'over-quota')
      throw new HttpError(413, 'PayloadHttpError', 'The pod would take more than its quota.')
    throw error
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
