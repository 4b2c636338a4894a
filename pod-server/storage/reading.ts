import type { PodEngine } from '../engine/PodEngine.ts'
import { attempts } from './attempts.ts'
import { unit } from './request.ts'
import { UnitOfWork } from './UnitOfWork.ts'

/** Reads what belongs together, in the unit of work of the caller, or in one of its own: bytes are of the version whose metadata was read. */
export function reading<T>(engine: PodEngine, work: (within: UnitOfWork) => Promise<T>): Promise<T> {
  const within = unit.getStore()
  if (within) return work(within)
  return attempts(() => {
    const own = new UnitOfWork(engine)
    return unit.run(own, () => work(own))
  })
}
