import type { AppConfig } from '../config.ts'
import { reach } from './reach.ts'

let confined: string | undefined

/**
 * From here on this page calls nothing but its server's own paths and the citizen's pods, whatever runs in it. Policies
 * of a page only add up (CSP3 §8.1): for other pods it starts afresh.
 */
export function confine(config: AppConfig, pods: readonly string[], more?: readonly string[]): void {
  // Where citizens of other servers may log in, their issuers and agents are anywhere.
  if (config.otherProviders) return
  const allowed = reach(config, pods, more)
  if (allowed === confined) return
  if (confined !== undefined) {
    location.reload()
    return
  }
  confined = allowed
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = `connect-src ${allowed}`
  document.head.append(policy)
}
