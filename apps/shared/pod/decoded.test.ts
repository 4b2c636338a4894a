import { expect, it } from 'vitest'
import { citizenName } from '../session/citizen-name.ts'
import { readable } from './decoded.ts'

it.each([
  ['relev%C3%A9.pdf', 'relevé.pdf'],
  ['facture%E2%80%AEfdp.exe', 'facturefdp.exe'],
  ['a%00b%0A%E2%80%8Bc', 'abc'],
  ['100%', '100%'],
  ['\u202e100%', '100%'],
])('a part of an address is read without what is not seen: %j', (part, shown) => {
  expect(readable(part)).toBe(shown)
})

it('nor does a person’s name turn the address around that vouches for them', () => {
  expect(citizenName('https://evil.example/%E2%80%AEalice/profile/card#me')).toBe('Alice')
})
