import { expect, it } from 'vitest'
import { documentHeading, documentName } from './document-name.ts'

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

it('its page is headed by its category too where its name is a month', () => {
  const at = 'https://pod.example/alice/data/bank/x/y/2025-02.ttl'
  expect(documentHeading(at, 'bank')).toBe('Comptes et opérations bancaires, février 2025')
  expect(documentHeading(at, '')).toBe('Février 2025')
  expect(documentHeading('https://pod.example/alice/notes/courses.ttl', 'notes')).toBe('courses')
})
