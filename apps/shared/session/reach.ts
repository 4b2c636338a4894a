import type { AppConfig } from '../config.ts'

/** What the apps ask of the server itself: log-in, grants. Under the issuer's address, each with its slash. */
const own = ['.oidc/', '.well-known/', '.agent/']

/**
 * The only places that a page may call once it is known who is in, as sources of a Content-Security-Policy: a path that
 * ends in a slash holds all that is below it (CSP3 §6.7.2.10). `more`: paths under the issuer's address; where channels of
 * notifications are asked for they are listened to as well.
 */
export function reach({ issuer }: AppConfig, pods: readonly string[], more: readonly string[] = []): string {
  const ours = [...own, ...more].map((path) => new URL(path, issuer).href)
  const sockets = ours
    .filter((url) => url.endsWith('/.notifications/'))
    .map((url) => url.replace(/^http/, 'ws'))
  return ["'self'", ...[...ours, ...sockets, ...pods].map(source).sort()].join(' ')
}

/** What ends a source or a directive is written otherwise, so that an address can never say more than itself. */
function source(address: string): string {
  const { origin, pathname } = new URL(address)
  return origin + pathname.replace(/[;,']/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`)
}
