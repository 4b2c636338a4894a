import { expect, it } from 'vitest'
import { compact } from './prefixes.ts'

it('shortens the IRIs it knows', () => {
  expect(compact('https://w3id.org/traboule/ns#step')).toBe('tb:step')
  expect(compact('http://www.w3.org/2001/XMLSchema#date')).toBe('xsd:date')
  expect(compact('https://pod.example/x')).toBe('https://pod.example/x')
})
