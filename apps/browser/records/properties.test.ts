import { expect, it } from 'vitest'
import { Graph, type Statement, type Term } from '#vocab/graph'
import { TB } from '#vocab/namespaces'
import { propertiesOf } from './properties.ts'

const named = (value: string): Term => ({ termType: 'NamedNode', value })
const literal = (value: string): Term => ({ termType: 'Literal', value })

it('a record of two hundred thousand values under one name is told by its first, at once', () => {
  const term = named('https://pod.example/alice/x.ttl#it')
  const statements: Statement[] = Array.from({ length: 200_000 }, (_, at) => ({
    subject: term,
    predicate: named('https://other.example/said'),
    object: literal(`${at}`),
  }))
  const subject = { term, statements }
  const [property, ...others] = propertiesOf(
    subject,
    new Map([[term.value, subject]]),
    new Graph([]),
    () => false,
  )
  expect(others).toEqual([])
  expect(property).toMatchObject({ isCut: true })
  expect(property?.values).toHaveLength(20)
})

it.each(['constructor', 'toString', '__proto__'])('a value may be the word %s, whatever says it', (word) => {
  const term = named('https://pod.example/alice/x.ttl#it')
  const statements = [{ subject: term, predicate: named(`${TB}side`), object: literal(word) }]
  const subject = { term, statements }
  const said = propertiesOf(subject, new Map([[term.value, subject]]), new Graph([]), () => false)
  expect(said.map(({ values }) => values)).toEqual([[word]])
})
