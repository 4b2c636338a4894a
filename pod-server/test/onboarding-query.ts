import { createHash, randomBytes } from 'node:crypto'

/** Where the partner `banque` takes its customers back. */
export const returnTo = 'https://bank.example/retour'

/** What a site keeps in its customer's session, and the query that it makes of it. */
export function begin(change: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(16).toString('base64url')
  const query = new URLSearchParams({
    partner: 'banque',
    redirect_uri: returnTo,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  })
  return { verifier, state, query }
}
