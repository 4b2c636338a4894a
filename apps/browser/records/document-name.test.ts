import { expect, it } from 'vitest'
import { documentName } from './document-name.ts'

it.each([
  ['2025-02.ttl', 'Février 2025'],
  ['2025-02.nt', 'Février 2025'],
  ['account.ttl', 'Description'],
  ['releve%20b.nt', 'releve b'],
  ['.nt', '.nt'],
  ['v1.2', 'v1.2'],
])('%s is called %s', (file, name) => {
  expect(documentName(`https://pod.example/alice/data/x/y/${file}`)).toBe(name)
})

it('outside of what partners send, each has its own name', () => {
  expect(documentName('https://pod.example/alice/notes/courses%20du%20jour.ttl')).toBe('courses du jour')
  expect(documentName('https://pod.example/alice/data/loose.ttl')).toBe('loose')
})
