/** What oidc-provider writes down for whoever asks, as it reads an address: in letters of either case, with a slash or none. */
const writesDown = /^\/\.oidc\/(?:reg|auth|session\/end)\/?(?:[?#]|$)/i

/** Whether a request has the server write down something for anybody who asks. Pure. */
export function isCostly(method: string | undefined, target = ''): boolean {
  // Nothing in a pod begins so: most requests end here.
  if (!target.startsWith('/.')) return false
  if (writesDown.test(target)) return true
  return target.startsWith('/.account/') && method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
}
