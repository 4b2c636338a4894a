import { describe, expect, it } from 'vitest'
import { withoutOlderHint } from './older-hint.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const hint = (header: object, claims: object) => `${part(header)}.${part(claims)}.AAAA`
const isKnown = (kid: unknown) => kid === 'now'
const aud = 'https://app.example/id'
const back = 'post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F'

describe('a log-out with an ID token', () => {
  it('of the key that signs now is asked as it is', () => {
    const query = `id_token_hint=${hint({ kid: 'now' }, { aud })}&${back}`
    expect(withoutOlderHint(query, isKnown)).toBe(query)
  })

  it('of an older key names the client instead', () => {
    const query = `id_token_hint=${hint({ kid: 'before' }, { aud })}&${back}`
    const asked = Object.fromEntries(new URLSearchParams(withoutOlderHint(query, isKnown)))
    expect(asked).toEqual({ client_id: aud, post_logout_redirect_uri: 'https://app.example/' })
  })

  it('keeps the client that it names itself', () => {
    const query = `id_token_hint=${hint({ kid: 'before' }, { aud })}&client_id=other`
    expect(withoutOlderHint(query, isKnown)).toBe('client_id=other')
  })

  it.each([
    ['', 'none'],
    ['id_token_hint=nothing', 'no token'],
    [`id_token_hint=${hint({}, { aud })}`, 'no key'],
    [`id_token_hint=${hint({ kid: 'before' }, {})}`, 'no client'],
  ])('is left for oidc-provider to judge: %s (%s)', (query) => {
    expect(withoutOlderHint(query, isKnown)).toBe(query)
  })
})
