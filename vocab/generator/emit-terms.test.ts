import { Parser } from 'n3'
import { expect, it } from 'vitest'
import { Graph } from '../graph.ts'
import { emitTerms } from './emit-terms.ts'

it('quotes the name of a second version', () => {
  const ontology = new Graph(
    new Parser().parse(`@prefix tb: <https://w3id.org/traboule/ns#> . tb:Meter a tb:X . tb:Meter-v2 a tb:X .
      <https://elsewhere.example/#Y> a tb:X .`),
  )
  const lines = emitTerms(ontology, []).split('\n')
  expect(lines).toContain(`  Meter: 'https://w3id.org/traboule/ns#Meter',`)
  expect(lines).toContain(`  'Meter-v2': 'https://w3id.org/traboule/ns#Meter-v2',`)
  expect(lines.join()).not.toContain('elsewhere')
})
