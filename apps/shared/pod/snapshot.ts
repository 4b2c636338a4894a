import type { PodFailure } from './failure.ts'
import type { PodDocument } from './records.ts'

/** What is known of the granted documents at one moment. */
export interface Snapshot {
  /** `kept`: only what this device kept. `complete`: as the pod has it now, as far as it would answer. */
  readonly phase: 'kept' | 'listing' | 'reading' | 'complete'
  readonly documents: readonly PodDocument[]
  /** Documents read so far in this refresh, of how many that had to be. */
  readonly done: number
  readonly total: number
  /** Whether a partner sends the like that this app was not let read. */
  readonly isPartial: boolean
  /** When what was granted ends by itself, once that is known. UTC instant. */
  readonly until?: string
  /** Why the last refresh did not bring everything. */
  readonly problem?: PodFailure
}

/** The four states of every screen, and the fifth that we work for. */
export type DataState = 'loading' | 'empty' | 'refused' | 'failed' | 'ready'

/** What to draw. Figures that are there are shown, whatever went wrong since. */
export function stateOf({ phase, documents, problem }: Snapshot): DataState {
  if (documents.some(({ records }) => records.length > 0)) return 'ready'
  if (phase !== 'complete') return 'loading'
  if (problem) return problem.kind === 'refused' ? 'refused' : 'failed'
  return 'empty'
}

/**
 * The failure worth telling: a refusal first (the citizen can act), then what could not be read; that there is more than is
 * read comes last, and what has gone away is none.
 */
export function worstOf(failures: readonly PodFailure[]): PodFailure | undefined {
  const told = failures.filter(({ kind }) => kind !== 'missing')
  return (
    told.find(({ kind }) => kind === 'refused') ?? told.find(({ kind }) => kind !== 'too-large') ?? told[0]
  )
}
