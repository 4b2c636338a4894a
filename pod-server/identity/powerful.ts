/** Below an account of the account API: what somebody who only found a log-in open may do, besides reading. */
const harmless = ['logout/', 'pod/']

/**
 * Whether a request of the account API changes who may be this citizen, or by what: its log-ins, its own client
 * credentials, its WebIDs, the owners of its pod. To make an account, to log in or out and to answer an app is none.
 *
 * @param path without its query.
 */
export function isPowerful(method: string, path: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return false
  const [, below] = /^\/\.account\/account\/[^/]+\/(.*)$/s.exec(path) ?? []
  return below !== undefined && !harmless.includes(below)
}
