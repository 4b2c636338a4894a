import { ConnectorError } from '../errors.ts'

const local = /^(localhost|.*\.localhost|127\.0\.0\.1|\[::1\])$/

/**
 * An address that data and tokens may be sent to: https, or this machine.
 *
 * @throws ConnectorError `insecure-address`.
 */
export function safeAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && local.test(url.hostname))
  if (url === undefined || !safe || url.username !== '' || url.password !== '') {
    throw new ConnectorError('insecure-address')
  }
  return url
}
