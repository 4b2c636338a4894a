import { ConnectorError } from '../errors.ts'
import type { Pending } from './request.ts'

/**
 * Whether what a browser comes back with belongs to the session that it comes in. A code that somebody else made is
 * refused here by its state, and, were the state known, at the exchange, by the verifier of this session.
 *
 * @param pending what this very session began, if anything
 * @returns the code. @throws ConnectorError `onboarding-lost`.
 */
export function codeOf(
  pending: Pending | undefined,
  query: URLSearchParams,
  issuer: string,
  now: number,
): { readonly code: string } | 'refused' {
  const one = (name: string): string | undefined => {
    const [value, second] = query.getAll(name)
    return second === undefined ? value : undefined
  }
  const isOurs = pending !== undefined && one('state') === pending.state && now < pending.until
  // From another server than the one we sent them to: a mix-up (RFC 9207 §2.4).
  if (!isOurs || one('iss') !== issuer) throw new ConnectorError('onboarding-lost')
  if (query.has('error')) return 'refused'
  const code = one('code')
  if (code === undefined || !/^[A-Za-z0-9_-]{22,64}$/.test(code)) throw new ConnectorError('onboarding-lost')
  return { code }
}
