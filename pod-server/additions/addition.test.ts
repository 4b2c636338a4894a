import { DataFactory, Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { judgeAddition, judgeSubjects } from './addition.ts'

const document = 'https://pod.example/alice/data/bank/b/2025-01.ttl'
const parse = (turtle: string, format = 'text/turtle') =>
  new Parser({ baseIRI: document, format }).parse(turtle)
const judge = (existing: string, inserts: string) => {
  const store = new Store(parse(existing))
  return judgeAddition(
    {
      has: (quad) => store.has(quad as never),
      speaksOf: (subject) => store.match(subject as never).size > 0,
    },
    parse(inserts),
  )
}

describe('subjects', () => {
  it('are fragments of the document itself', () => {
    expect(judgeSubjects(document, parse('<#a> <#p> <#b>, "x", <https://else.example/>.'))).toBeUndefined()
  })
  it.each([
    '<> <#p> 1.',
    '<#> <#p> 1.',
    '<2025-02.ttl#a> <#p> 1.',
    '<https://else.example/#a> <#p> 1.',
    '<2025-01.ttlx#a> <#p> 1.',
  ])('refuses %s', (turtle) => expect(judgeSubjects(document, parse(turtle))?.code).toBe('foreign-subject'))
  it('are never blank, and nor are objects', () => {
    expect(judgeSubjects(document, parse('[] <#p> 1.'))?.code).toBe('blank-node')
    expect(judgeSubjects(document, parse('<#a> <#p> [].'))?.code).toBe('blank-node')
  })
  it('stand in no named graph', () => {
    const { quad, namedNode } = DataFactory
    const graphed = quad(namedNode(`${document}#a`), namedNode('x:p'), namedNode('x:o'), namedNode('x:g'))
    expect(judgeSubjects(document, [graphed])?.code).toBe('not-turtle')
  })
})

describe('an addition', () => {
  it('counts the subjects that are new', () => {
    expect(judge('<#a> <#p> 1.', '<#a> <#p> 1. <#b> <#p> 2; <#q> 3.')).toMatchObject({ subjects: 1 })
  })
  it('is nothing when all is there', () => {
    expect(judge('<#a> <#p> 1.', '<#a> <#p> 1.')).toMatchObject({ subjects: 0, added: [] })
  })
  it('never touches a subject that is there', () => {
    expect(judge('<#a> <#p> 1.', '<#a> <#p> 2.')).toMatchObject({ refusal: { code: 'subject-exists' } })
    expect(judge('<#a> <#p> 1.', '<#a> <#q> 1. <#b> <#p> 1.')).toMatchObject({
      refusal: { code: 'subject-exists' },
    })
  })
})
