import { expect, it } from 'vitest'
import { statementsIn } from './statements-in.ts'

it('says a document’s triples as values that a worker can hand on', () => {
  const url = 'https://pod.example/alice/a'
  const statements = statementsIn('<#it> <#says> 3, "x"; <#of> [ <#deep> <b> ] .', url)
  expect(structuredClone(statements)).toEqual(statements)
  expect(statements[0]).toMatchObject({
    subject: { termType: 'NamedNode', value: `${url}#it` },
    predicate: { termType: 'NamedNode', value: `${url}#says` },
    object: {
      termType: 'Literal',
      value: '3',
      datatype: { termType: 'NamedNode', value: 'http://www.w3.org/2001/XMLSchema#integer' },
    },
  })
  expect(statements.map(({ object }) => object.value)).toContain('https://pod.example/alice/b')
  expect(() => statementsIn('no Turtle', url)).toThrow()
})

it('tells languages and datatypes, and one nameless thing from another, in this document or the next', () => {
  const read = () =>
    statementsIn('[] <x:of> "chat"@fr, "a"^^<x:kind> . _:a <x:of> "b" . _:a <x:of> [] .', 'x:a')
  const [first, second] = [read(), read()]
  expect(
    first.map(({ object }) => [object.value, object.language, object.datatype?.value]).slice(0, 3),
  ).toEqual([
    ['chat', 'fr', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'],
    ['a', undefined, 'x:kind'],
    ['b', undefined, 'http://www.w3.org/2001/XMLSchema#string'],
  ])
  expect(first[2]?.subject).toEqual(first[3]?.subject)
  const names = [...first, ...second].flatMap(({ subject, object }) =>
    [subject, object].flatMap(({ termType, value }) => (termType === 'BlankNode' ? value : [])),
  )
  expect(new Set(names).size).toBe(6)
})
