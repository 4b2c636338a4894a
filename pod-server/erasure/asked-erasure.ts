import { randomBytes } from 'node:crypto'
import type { SetValue } from '../engine/PodEngine.ts'

/** Of an engine's values: erasures that were asked for and are not done, by the account. */
export const askedSpace = 'asked-erasures'

const day = 24 * 3_600_000
/** In which whoever asked may think again, and whoever did not ask may find out. */
export const graceMs = 7 * day
/** Before its end, another letter is sent. */
const eveMs = day

/** What was counted before the first part was erased: of a pod that is half gone nobody can say it any more. */
export interface Begun {
  readonly resources: number
  /** Where its journal ends; hexadecimal. */
  readonly journalHead?: { readonly number: number; readonly hash: string }
}

/** The erasure of an account and its pod, from when it was asked for until nothing is left. Times are UTC milliseconds. */
export interface AskedErasure {
  /** Whoever knows it may look for the proof: 128 random bits, hexadecimal. */
  readonly id: string
  readonly accountId: string
  readonly webIds: readonly string[]
  /** Its address; undefined for an account that has none. */
  readonly pod?: string
  /** Whose the pod is. */
  readonly owner?: string
  readonly asked: number
  readonly due: number
  /** What the server has signed of it (see proof.ts). */
  readonly promise: string
  /** Whether the letter of the eve was sent. */
  readonly isEveTold?: boolean
  /** From here on there is no way back. */
  readonly begun?: Begun
}

/** One that begins now, but for what is signed of it. */
export const newErasure = (
  who: Pick<AskedErasure, 'accountId' | 'webIds' | 'pod' | 'owner'>,
  now: number,
): Omit<AskedErasure, 'promise'> => ({
  ...who,
  id: randomBytes(16).toString('hex'),
  asked: now,
  due: now + graceMs,
})

/** What there is to do about one. What has begun is not told of: there is no account to tell any more. Pure. */
export function nextStep({ due, begun, isEveTold }: AskedErasure, now: number): 'wait' | 'tell' | 'erase' {
  if (begun || now >= due) return 'erase'
  return now >= due - eveMs && !isEveTold ? 'tell' : 'wait'
}

export const readAsked = (value: string): AskedErasure => JSON.parse(value) as AskedErasure

export const keptAsked = (asked: AskedErasure): SetValue => ({
  kind: 'set-value',
  space: askedSpace,
  key: asked.accountId,
  value: JSON.stringify(asked),
})
