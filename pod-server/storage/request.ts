import { AsyncLocalStorage } from 'node:async_hooks'
import type { Credentials } from '@solid/community-server'
import type { Writer } from '../engine/PodEngine.ts'
import type { UnitOfWork } from './UnitOfWork.ts'

/** What a request was decided by: its commit holds only as long as this does. */
export interface Basis {
  /** ACL documents, and those of groups, by path, with the version they had; 0 for one that was not there. */
  readonly acls: Map<string, number>
  /** What whoever asks has Control on, of what they ask for: addresses. */
  readonly controlled: Set<string>
  by: Writer
  /** Who asks, as verified. */
  credentials?: Credentials
}

/** Of the request that is under way. */
export const basis = new AsyncLocalStorage<Basis>()
export const unit = new AsyncLocalStorage<UnitOfWork>()
