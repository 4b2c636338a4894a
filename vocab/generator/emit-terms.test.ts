import { Parser } from 'n3'
import { expect, it } from 'vitest'
import { Graph } from '../graph.ts'
import { emitTerms } from './emit-terms.ts'

it('gives a second version a name that code can have', () => {
  const ontology = new Graph(
    new Parser().parse(`@prefix tb: <https://w3id.org/traboule/ns#> . tb:Meter a tb:X . tb:Meter-v2 a tb:X .
      <https://elsewhere.example/#Y> a tb:X .`),
  )
  const text = emitTerms(ontology, [])
  expect(text).toMatch(/\bMeter\b.*'https:\/\/w3id.org\/traboule\/ns#Meter'/)
  expect(text).toMatch(/\bMeter_v2\b.*'https:\/\/w3id.org\/traboule\/ns#Meter-v2'/)
  expect(text).not.toContain('elsewhere')
})
