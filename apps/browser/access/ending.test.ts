import { describe, expect, it } from 'vitest'
import { PodFailure } from '../../shared/pod/failure.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import { end } from './ending.ts'

const pages = { agent: 'https://pod.example/.agent/', account: 'https://pod.example/.account/' }
const grant = (kind: Grant['kind'], recipient: Grant['recipient'], categories = ['bank']): Grant => ({
  id: 'a',
  kind,
  recipient,
  categories,
  containers: ['https://pod.example/alice/data/bank/banque/'],
  partners: {},
  modes: ['read'],
  since: '2026-11-01T10:00:00Z',
})
const budget = { client: 'https://budget.example/id', name: 'Budget' }
const bob = { webId: 'https://bob.example/#me', name: 'https://bob.example/#me' }

describe('a grant that was ended', () => {
  it.each([
    ['an app', grant('app', budget), '/.agent/grant', 'https://budget.example/'],
    [
      'an app in the whole space',
      grant('app', budget, ['whole-space']),
      '/.agent/trust',
      'https://budget.example/',
    ],
    ['a person', grant('person', bob), '/.agent/share', null],
    ['a partner', grant('partner', { webId: 'https://b.example/#me', name: 'B' }), '/.account/', null],
  ] as const)('says so, and where to give it again: %s', (_, it, path, back) => {
    const { isDone, said, again } = end(it, pages)
    const { origin, pathname, searchParams } = new URL(again?.href ?? 'x:')
    expect([isDone, origin, pathname, searchParams.get('return')]).toEqual([
      true,
      'https://pod.example',
      path,
      back,
    ])
    expect(said).toMatch(/^C’est fait/)
  })

  it('says that what was copied is not taken back with it, and calls a person by their address’s name', () => {
    expect(end(grant('person', bob), pages).said).toContain('l’accès de Bob, chez bob.example est retiré')
    expect(end(grant('person', bob), pages).said).toContain('copié ailleurs y reste')
  })

  it('leads nowhere for an app that has no address', () => {
    expect(end(grant('app', { client: 'x_1', name: 'x' }), pages).again).toBeUndefined()
  })
})

describe('a grant that could not be ended', () => {
  const failed = (kind: PodFailure['kind']) => end(grant('app', budget), pages, new PodFailure(kind, ''))
  it.each([
    ['refused', /^Rien n’a été retiré\. Le serveur a refusé/],
    ['server', /^Rien n’a été retiré\. .*opérateur/],
  ] as const)('says that nothing was ended, and who must act: %s', (kind, said) => {
    expect(failed(kind).isDone).toBe(false)
    expect(failed(kind).said).toMatch(said)
    expect(failed(kind).again).toBeUndefined()
  })

  it('says nothing that it does not know where there was no answer', () => {
    expect(failed('unreachable').said).toContain('on ne sait pas')
    expect(failed('unreachable').said).not.toContain('Rien n’a été retiré')
  })
})
