const local = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/
const maxLength = 500

/** Whether an address is of this machine, over http: of somebody who develops. */
export const isDevelopment = (baseUrl: string): boolean => isLocalHttp(new URL(baseUrl))

/**
 * Whether a partner's citizens may be sent back to an address: https, or http on this machine where the server develops
 * too; written as it will be compared, letter by letter, without query and fragment (RFC 6749 §3.1.2).
 */
export function isReturnAddress(text: string, develops: boolean): boolean {
  if (text.length > maxLength || /[?#]/.test(text) || !URL.canParse(text)) return false
  const url = new URL(text)
  if (url.href !== text || url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (develops && isLocalHttp(url))
}

const isLocalHttp = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && local.test(hostname)
