/** Bytes of an answer that is kept. */
export const mostBytes = 2 << 20

/**
 * Whether an answer at this address may be kept: grants, and what a pod holds of records. Not its log, which is looked at
 * to be checked against its server, nor plain files. Pure.
 */
export function mayKeep(url: string, type: string, agent: string, pods: readonly string[]): boolean {
  if (url === `${agent}grants`) return type.startsWith('application/json')
  if (!type.startsWith('text/turtle')) return false
  return pods.some((pod) => url.startsWith(pod) && !url.startsWith(`${pod}log/`))
}

/**
 * What is to be forgotten when the server says this of an address: what may not be read any more, or is gone; all of it
 * (`all`) where the pod browser itself is let in no more. Pure.
 */
export function forgottenBy(status: number, url: string, agent: string): 'all' | 'it' | undefined {
  if (status === 403 && url === `${agent}grants`) return 'all'
  return status === 403 || status === 404 || status === 410 ? 'it' : undefined
}
