import { describe, expect, it } from 'vitest'
import type { Grant } from '../../shared/pod/grants.ts'
import { overview } from '../data.ts'
import { readCatalogue, sourcesOf } from './catalogue.ts'

const pod = 'https://pods.example/alice/'
const entry = (path: string) => ({
  url: `${pod}data/${path}`,
  isContainer: false,
  size: 1,
})
const data = overview(pod, [
  entry('bank/banque/a/2025-01.ttl'),
  entry('bank/ancienne/a/2025-01.ttl'),
  entry('bank/mes_fichiers/a/2025-01.ttl'),
])
const grant: Grant = {
  id: 'g',
  kind: 'partner',
  recipient: { webId: 'https://pods.example/banque/profile/card#me', name: 'La Banque' },
  categories: ['bank'],
  containers: [`${pod}data/bank/banque/`],
  partners: {},
  modes: ['append'],
  since: '2026-01-01T00:00:00Z',
}
const listed = [
  { id: 'banque', name: 'La Banque', domain: 'bank' },
  { id: 'autre', name: 'Une autre', domain: 'bank' },
]

describe('the partners', () => {
  it('are the connected, those who left data, those there are; a citizen’s own files are nobody’s', () => {
    const found = sourcesOf(listed, [grant], data)
    expect(
      found.map(({ id, grant: its, data: sent, isListed }) => [id, !!its, sent?.sheets ?? 0, isListed]),
    ).toEqual([
      ['banque', true, 1, true],
      ['ancienne', false, 1, false],
      ['autre', false, 0, true],
    ])
  })

  it('are the connected ones, where no list can be had', () => {
    expect(sourcesOf([], [grant], []).map(({ id, name, isListed }) => [id, name, isListed])).toEqual([
      ['banque', 'La Banque', false],
    ])
  })

  it.each(['no JSON', '{}', '{"partners":[{"id":1}]}', '{"partners":[null]}'])(
    'are not read of an answer that is no list: %s',
    async (said) => {
      const read = async () => new TextEncoder().encode(said)
      await expect(readCatalogue(read, 'https://pods.example/.agent/')).rejects.toMatchObject({
        kind: 'unreadable',
      })
    },
  )
})
