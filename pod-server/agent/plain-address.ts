const local = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/
const maxLength = 500

/** Whether an address is of this machine, over http: of somebody who develops. */
export const isDevelopment = (baseUrl: string): boolean => isLocalHttp(new URL(baseUrl))

/**
 * Whether an address of somebody else's may be registered, to send citizens back to (RFC 6749 §3.1.2) or as a client id:
 * https, or http on this machine where the server develops too; written as it will be compared, letter by letter, without
 * query and fragment.
 */
export function isPlainAddress(text: string, develops: boolean): boolean {
  if (text.length > maxLength || /[?#]/.test(text) || !URL.canParse(text)) return false
  const url = new URL(text)
  if (url.href !== text || url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (develops && isLocalHttp(url))
}

export const isLocalHttp = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && local.test(hostname)
