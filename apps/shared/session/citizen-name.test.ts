import { expect, it } from 'vitest'
import { citizenName } from './citizen-name.ts'

it('a short name is the pod’s, else the host’s, with nothing in it that turns a line around', () => {
  expect(citizenName('https://pod.example/alice/profile/card#me')).toBe('Alice')
  expect(citizenName('https://alice.example/profile/card#me')).toBe('Alice')
  expect(citizenName('https://evil.example/%E2%80%AEecila%0A/card#me')).toBe('Ecila')
  expect(citizenName('no address')).toBe('')
})
