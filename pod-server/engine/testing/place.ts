import type { PodEngine } from '../PodEngine.ts'

/** Where a test of the contract takes place: an engine, and a pod in it that no other test has. */
export interface Place {
  readonly engine: () => PodEngine
  readonly pod: () => string
  /** Closes the engine and opens it again on what it kept. */
  readonly reopen: () => Promise<void>
  /** Bytes that a new pod may take. */
  readonly quota: number
}
