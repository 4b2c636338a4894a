/** What a partner's site asks when it sends a citizen here. */
export interface Asked {
  /** The partner's id. */
  readonly partner: string
  readonly redirectUri: string
  /** Given back as it came: the partner's site knows its own session by it. */
  readonly state: string
  /** SHA-256 of the verifier that the site keeps in that session (RFC 7636 §4.2). */
  readonly challenge: string
}

const forms = {
  partner: /^[a-z0-9-]{1,40}$/,
  redirect_uri: /^[\x21-\x7e]{1,500}$/,
  // RFC 6749 appendix A.5. Shorter ones can be guessed.
  state: /^[\x21-\x7e]{16,500}$/,
  code_challenge: /^[A-Za-z0-9_-]{43}$/,
  code_challenge_method: /^S256$/,
} as const

/** Undefined unless each parameter is there, once, and in its form; `plain` is none (RFC 9700 §2.1.1). */
export function askedOf(query: URLSearchParams): Asked | undefined {
  const said = (name: keyof typeof forms): string | undefined => {
    const [value, second] = query.getAll(name)
    return value !== undefined && second === undefined && forms[name].test(value) ? value : undefined
  }
  const [partner, redirectUri, state] = [said('partner'), said('redirect_uri'), said('state')]
  const [challenge, method] = [said('code_challenge'), said('code_challenge_method')]
  if (!partner || !redirectUri || !state || !challenge || !method) return undefined
  return { partner, redirectUri, state, challenge }
}

/** Where the citizen goes back to; `issuer` says from which server, so that a site of several tells them apart (RFC 9207). */
export function backTo(
  { redirectUri, state }: Asked,
  issuer: string,
  answer: { readonly code: string } | { readonly error: 'access_denied' },
): string {
  return `${redirectUri}?${new URLSearchParams({ ...answer, state, iss: issuer })}`
}
