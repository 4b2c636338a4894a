export type EngineErrorCode =
  | 'conflict'
  | 'no-parent'
  | 'not-empty'
  | 'over-quota'
  | 'over-share'
  | 'failed'
  | 'closed'

const sentences: Readonly<Record<EngineErrorCode, string>> = {
  conflict: 'it changed since it was read',
  'no-parent': 'what would contain it is not there, or is no container',
  'not-empty': 'something is left in it',
  'over-quota': 'the pod would take more than its quota',
  'over-share':
    'one writer would take more than half of a pod of somebody else, or all such writers more than three quarters',
  failed: 'the storage failed',
  closed: 'the storage is closed',
}

/** Why nothing was written. `conflict`, `no-parent` and `not-empty` are worth a new try from what is there now. */
export class EngineError extends Error {
  override name = 'EngineError'
  readonly code: EngineErrorCode
  /** What it is about: a path, or the key of a value. */
  readonly subject: string

  constructor(code: EngineErrorCode, subject: string, options?: ErrorOptions) {
    super(`${code}: ${sentences[code]}`, options)
    this.code = code
    this.subject = subject
  }
}

/** Whether somebody else was first: what was decided has to be decided again. */
export const isConflict = (error: unknown): error is EngineError =>
  error instanceof EngineError &&
  (error.code === 'conflict' || error.code === 'no-parent' || error.code === 'not-empty')

/** Whether there is no room for it. */
export const isOver = (
  error: unknown,
): error is EngineError & { readonly code: 'over-quota' | 'over-share' } =>
  error instanceof EngineError && (error.code === 'over-quota' || error.code === 'over-share')
