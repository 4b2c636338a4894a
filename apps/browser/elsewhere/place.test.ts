import { expect, it } from 'vitest'
import { placeOf } from './place.ts'

const pod = 'https://pod.example/alice/'

it.each([
  ['photos/2024/a.jpg', 'photos/', 'photos'],
  ['photos/', 'photos/', 'photos'],
  ['%C3%A9t%C3%A9/a.ttl', '%C3%A9t%C3%A9/', 'été'],
  ['README', '', '/'],
  ['archive/2024/a.ttl', 'archive/', 'archive'],
  ['profile/pictures/me.png', 'profile/', 'profile'],
  ['settings/prefs.ttl', 'settings/', 'settings'],
  ['derived/summary.ttl', 'derived/', 'derived'],
  ['data/loose.ttl', 'data/', 'data'],
  ['data/bank/loose.ttl', 'data/bank/', 'data/bank'],
])('%s is shown at its own place', (path, container, folder) => {
  expect(placeOf(pod, pod + path)).toEqual({ container: pod + container, folder })
})

it.each([
  'data/bank/banque/2025-01.ttl',
  'data/bank/banque/a1b2/2025-01.ttl',
  'profile/card',
  'inbox/1',
  'consents/1',
  'receipts/1',
  'log/2026-01-01',
  'links/1',
  'settings/privateTypeIndex',
  'settings/publicTypeIndex',
  '',
])('%s is a partner’s, or has a room of its own', (path) => {
  expect(placeOf(pod, pod + path)).toBeUndefined()
})

it('of another pod nothing is', () => {
  expect(placeOf(pod, 'https://pod.example/bob/photos/a.jpg')).toBeUndefined()
})
