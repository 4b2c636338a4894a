import { expect, it } from 'vitest'
import { parseStatements } from './parse-statements.ts'

it('says a document’s triples as values that a worker can hand on', () => {
  const url = 'https://pod.example/alice/a'
  const statements = parseStatements('<#it> <#says> 3, "x"; <#of> [ <#deep> <b> ] .', url)
  expect(structuredClone(statements)).toEqual(statements)
  expect(statements[0]).toEqual({
    subject: { termType: 'NamedNode', value: `${url}#it` },
    predicate: { termType: 'NamedNode', value: `${url}#says` },
    object: {
      termType: 'Literal',
      value: '3',
      datatype: { value: 'http://www.w3.org/2001/XMLSchema#integer' },
    },
  })
  expect(statements.map(({ object }) => object.value)).toContain('https://pod.example/alice/b')
  expect(() => parseStatements('no Turtle', url)).toThrow()
})
