/**
 * Whether a request failed for the server's certificate, as Node.js calls it (its documentation of TLS, "X509 certificate
 * error codes"): waiting would not mend it.
 */
export function isMistrust(error: unknown): boolean {
  let at = error
  // A log-in library may wrap what fetch threw, which wraps what TLS did.
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    const { code, cause } = at as { code?: unknown; cause?: unknown }
    if (typeof code === 'string' && /CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)/.test(code)) return true
    at = cause
  }
  return false
}
