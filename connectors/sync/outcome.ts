import type { ConnectorErrorCode } from '../errors.ts'
import { ConnectorError } from '../errors.ts'
import type { Delivery } from '../runner/deliver.ts'

/** What became of a citizen's file in a run. */
export type OutcomeKind =
  /** Something new is in the pod. */
  | 'added'
  /** All of it was there. */
  | 'nothing-new'
  /** An earlier run gave it. */
  | 'given-before'
  /** The customer has connected no pod. */
  | 'not-connected'
  /** Its name is of two customers: it is guessed to be of neither. */
  | 'ambiguous'
  /** The citizen has closed the door: no failure, and not tried again before they open it. */
  | 'withdrawn'
  /** The pod has no room. */
  | 'no-room'
  /** The file cannot be read. */
  | 'refused'
  /** The server has not answered, or the run was stopped: the next run tries again. */
  | 'busy'
  /** Anything else that a code names. */
  | 'failed'
  /** A fault of ours that no code names. */
  | 'fault'

export interface Outcome {
  readonly kind: OutcomeKind
  /** Records that the pod did not have, where its server counts them. */
  readonly added?: number
  readonly code?: ConnectorErrorCode
  /** Of the file, from 1. */
  readonly line?: number
}

export function outcomeOf({ added, unknown, failure }: Delivery): Outcome {
  if (failure !== undefined) return { ...outcomeOfError(failure), added }
  return added > 0 || unknown > 0 ? { kind: 'added', added } : { kind: 'nothing-new' }
}

export function outcomeOfError(error: unknown): Outcome {
  if (!(error instanceof ConnectorError)) return { kind: 'fault' }
  const { code, line } = error
  const kind = kinds[code] ?? 'refused'
  return { kind, code, ...(line === undefined ? {} : { line }) }
}

/** All other codes are of files. */
const kinds: Partial<Readonly<Record<ConnectorErrorCode, OutcomeKind>>> = {
  'not-allowed': 'withdrawn',
  'pod-full': 'no-room',
  'share-full': 'no-room',
  'server-busy': 'busy',
  interrupted: 'busy',
  'server-refused': 'failed',
  'login-refused': 'failed',
  'server-not-trusted': 'failed',
  'insecure-address': 'failed',
}

/** What the next run need not do again with the same bytes, the same connector and the same grant. */
export function isFinal(kind: OutcomeKind): boolean {
  return kind === 'added' || kind === 'nothing-new' || kind === 'withdrawn' || kind === 'refused'
}
