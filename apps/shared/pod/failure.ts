/**
 * Why something of a pod is not there: `refused` (401, 403), `missing` (404, 410), `unreachable` (no answer),
 * `server` (5xx and other refusals to work), `too-large` (beyond our bounds), `unreadable` (not the RDF it should be).
 */
export type FailureKind = 'refused' | 'missing' | 'unreachable' | 'server' | 'too-large' | 'unreadable'

export class PodFailure extends Error {
  override name = 'PodFailure'
  readonly kind: FailureKind
  readonly url: string
  /** HTTP status, 0 without one. */
  readonly status: number

  constructor(kind: FailureKind, url: string, status = 0, options?: ErrorOptions) {
    super(`${kind}: ${url}${status ? ` (${status})` : ''}`, options)
    this.kind = kind
    this.url = url
    this.status = status
  }
}

/** The kind of failure that an HTTP status stands for. */
export function kindOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'refused'
  if (status === 404 || status === 410) return 'missing'
  if (status === 413) return 'too-large'
  return 'server'
}

/** Any error as a PodFailure: what is not one already came from the network. */
export function asFailure(error: unknown, url: string): PodFailure {
  return error instanceof PodFailure ? error : new PodFailure('unreachable', url, 0, { cause: error })
}
