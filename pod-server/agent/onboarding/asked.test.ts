import { describe, expect, it } from 'vitest'
import { askedOf, backTo } from './asked.ts'

const whole = {
  partner: 'ma-banque',
  redirect_uri: 'https://bank.example/retour',
  state: 's'.repeat(22),
  code_challenge: 'c'.repeat(43),
  code_challenge_method: 'S256',
}
const query = (change: Record<string, string> = {}) => new URLSearchParams({ ...whole, ...change })

describe('what a partner asks', () => {
  it('is read when it is whole', () => {
    expect(askedOf(query())).toEqual({
      partner: whole.partner,
      redirectUri: whole.redirect_uri,
      state: whole.state,
      challenge: whole.code_challenge,
    })
  })

  it.each(Object.keys(whole))('is refused without %s, or with two', (name) => {
    const [without, twice] = [query(), query()]
    without.delete(name)
    twice.append(name, whole[name as keyof typeof whole])
    expect(askedOf(without)).toBeUndefined()
    expect(askedOf(twice)).toBeUndefined()
  })

  it.each([
    ['code_challenge_method', 'plain'],
    ['code_challenge_method', 's256'],
    ['code_challenge', 'c'.repeat(42)],
    ['code_challenge', `${'c'.repeat(42)}=`],
    ['state', 'short'],
    ['state', 's'.repeat(501)],
    ['state', `${'s'.repeat(20)}\r\nset-cookie: x`],
    ['partner', '../banque'],
    ['partner', ''],
  ])('is refused with the %s %j', (name, value) => {
    expect(askedOf(query({ [name]: value }))).toBeUndefined()
  })

  it('is answered at the partner’s address, with nothing of the state read as more', () => {
    const asked = askedOf(query({ state: '&code=evil#"<x>/?=state' }))
    if (!asked) throw new Error('not read')
    const url = new URL(backTo(asked, 'https://pods.example/', { error: 'access_denied' }))
    expect(`${url.origin}${url.pathname}${url.hash}`).toBe(whole.redirect_uri)
    expect([...url.searchParams]).toEqual([
      ['error', 'access_denied'],
      ['state', '&code=evil#"<x>/?=state'],
      ['iss', 'https://pods.example/'],
    ])
  })
})
