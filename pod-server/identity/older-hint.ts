import { readJwt } from '../credentials/jwt.ts'

/**
 * A log-out by an app whose ID token another key of ours signed, before that was renewed: the token is a hint alone (OpenID
 * Connect RP-Initiated Logout §2), and the client that it names is named instead. Pure.
 *
 * @param isKnown whether the provider verifies by a key.
 * @returns the query as it should be asked.
 */
export function withoutOlderHint(query: string, isKnown: (kid: unknown) => boolean): string {
  const asked = new URLSearchParams(query)
  const { header, claims } = readJwt(asked.get('id_token_hint') ?? '') ?? {}
  const [kid, client] = [header?.['kid'], claims?.['aud']]
  if (typeof kid !== 'string' || isKnown(kid) || typeof client !== 'string') return query
  asked.delete('id_token_hint')
  if (!asked.has('client_id')) asked.set('client_id', client)
  return asked.toString()
}
