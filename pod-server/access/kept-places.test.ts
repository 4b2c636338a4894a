import { describe, expect, it } from 'vitest'
import { homeAppClass, type Mode, ownCredentialsClass } from './acl.ts'
import type { Asker } from './decide.ts'
import { cappedModes, keptPlaceOf } from './kept-places.ts'

const none: ReadonlySet<string> = new Set()
const here = { pod: 'https://pods.example/alice/', issuer: 'https://pods.example/' }
const alice: Asker = {
  webId: 'https://pods.example/alice/profile/card#me',
  issuer: 'https://pods.example',
  client: 'https://home.example/id',
  clientClasses: new Set([homeAppClass]),
  groups: none,
  clientGroups: none,
  issuerGroups: none,
  now: 0,
}
const all: ReadonlySet<Mode> = new Set(['read', 'append', 'write', 'control'])

describe('the places that the server keeps', () => {
  it.each([
    ['alice/consents', 'consents'],
    ['alice/consents/1a', 'consents'],
    ['alice/consents.acl', 'consents'],
    ['alice/consents.meta', 'consents'],
    ['alice/consents.meta.acl', 'consents'],
    ['alice/consents/.acl', 'consents'],
    ['alice/receipts/1a-1', 'receipts'],
    ['alice/log/2026-11-25', 'log'],
    ['alice/log/2026-11-25.acl', 'log'],
    ['alice/log/a/b/c', 'log'],
    ['alice/logs', undefined],
    ['alice/log.ttl', undefined],
    ['alice/my/log/1', undefined],
    ['alice/data/consents/1', undefined],
    ['consents/1a', undefined],
    ['log', undefined],
    ['alice', undefined],
    ['', undefined],
  ])('are found by their path: %s', (path, kept) => {
    expect(keptPlaceOf(path)).toBe(kept)
  })

  it.each(['consents', 'receipts', 'log'] as const)('are read by their owner, and no more: %s', (kept) => {
    for (const name of [homeAppClass, ownCredentialsClass])
      expect([...cappedModes(all, kept, { ...alice, clientClasses: new Set([name]) }, here)]).toEqual([
        'read',
      ])
    expect([...cappedModes(new Set(['write', 'append', 'control']), kept, alice, here)]).toEqual([])
  })

  it.each<[string, Partial<Asker>]>([
    ['another app', { clientClasses: none }],
    ['somebody else in the pod browser', { webId: 'https://pods.example/bob/profile/card#me' }],
    ['whose WebID only begins alike', { webId: 'https://pods.example/alice2/profile/card#me' }],
    ['another issuer that names the pod browser', { issuer: 'https://evil.example/' }],
    ['no issuer', { issuer: undefined }],
    ['nobody', { webId: undefined, issuer: undefined, client: undefined }],
  ])('keep the log from %s; the others are as their rules say', (_, who) => {
    expect([...cappedModes(all, 'log', { ...alice, ...who }, here)]).toEqual([])
    expect([...cappedModes(all, 'consents', { ...alice, ...who }, here)]).toEqual(['read'])
    expect([...cappedModes(new Set(), 'consents', { ...alice, ...who }, here)]).toEqual([])
  })
})
