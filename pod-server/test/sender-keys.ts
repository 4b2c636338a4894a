import { createRemoteJWKSet } from 'jose'

/** What a receiver verifies a webhook's message by, who knows nothing but the sender's WebID. */
export async function keysOf(sender: string) {
  const profile = await (await fetch(sender)).text()
  const issuer = /oidcIssuer>? <([^>]+)>/.exec(profile)?.[1] ?? ''
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`)
  const { jwks_uri: keys } = (await answer.json()) as { jwks_uri: string }
  return { issuer, keys: createRemoteJWKSet(new URL(keys)) }
}
