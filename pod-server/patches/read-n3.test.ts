import type { Quad, Term } from '@rdfjs/types'
import { describe, expect, it } from 'vitest'
import { readN3 } from './read-n3.ts'

const url = 'https://pod.example/d'
const prefixes = '@prefix solid: <http://www.w3.org/ns/solid/terms#>. @prefix x: <http://x.example/>.'
const patch = (text: string) => readN3(Buffer.from(text), url)
const read = (parts: string) => patch(`${prefixes}\n<> a solid:InsertDeletePatch${parts && '; '}${parts}.`)
const isBlank = ({ termType }: Term): boolean => termType === 'BlankNode'

describe('an N3 Patch', () => {
  it('is read with what it inserts, deletes and asks for, and the prefixes it was written with', () => {
    const found = read(
      'solid:where { ?a x:b "c" }; solid:deletes { ?a x:b "c" }; solid:inserts { ?a x:b <#d>; x:e 1 }',
    )
    if (!('patch' in found)) throw new Error(found.reason)
    const { inserts, deletes, conditions } = found.patch
    expect([inserts.length, deletes.length, conditions.length]).toEqual([2, 1, 1])
    expect([...inserts, ...deletes].every(({ graph }) => graph.termType === 'DefaultGraph')).toBe(true)
    expect(found.prefixes.get('x')).toBe('http://x.example/')
  })

  it('inserts blank nodes, and lists, which the Editor’s Draft allows, by names that nothing else has', () => {
    const inserted = () => {
      const found = read('solid:inserts { <#a> x:b [ x:c 1 ]. _:d x:e (1 2). }')
      if (!('patch' in found)) throw new Error(found.reason)
      return found.patch.inserts
    }
    const namesOf = (quads: readonly Quad[]) =>
      new Set(
        quads
          .flatMap(({ subject, object }) => [subject, object])
          .filter(isBlank)
          .map(({ value }) => value),
      )
    const [one, other] = [inserted(), inserted()]
    expect([one.length, namesOf(one).size]).toEqual([7, 4])
    expect(new Set([...namesOf(one), ...namesOf(other)]).size).toBe(8)
    for (const name of namesOf(one)) expect(name).toMatch(/^b[0-9a-f]{16}n\d$/)
  })

  it.each([
    ['', 422, /neither/],
    ['solid:inserts { }', 422, /neither/],
    ['solid:deletes { _:a x:b 1 }', 422, /no blank nodes/],
    ['solid:deletes { <#a> x:b [] }', 422, /no blank nodes/],
    ['solid:inserts { ?a x:b 1 }', 422, /variables/],
    ['solid:inserts { <#a> x:b { <#c> x:d 1 } }', 422, /no formula/],
    ['solid:inserts { "a" x:b 1 }', 400, /literal/],
    ['solid:inserts { <#a> [] 1 }', 422, /triples/],
    ['solid:inserts { <#a> "b" 1 }', 400, /literal/],
    ['solid:inserts { <#a> x:b 1 }, { <#a> x:b 2 }', 422, /at most one/],
    ['solid:inserts { <#a> x:b 1 }. <#other> a solid:InsertDeletePatch', 422, /exactly one/],
    ['solid:inserts { <#a> x:b', 400, /Invalid N3/],
    ['solid:inserts { <#a> x:b "\\uD800" }', 422, /half a character/],
  ])('is refused: %s', (parts, status, reason) => {
    expect(read(parts)).toEqual({ status, reason: expect.stringMatching(reason) })
  })

  it('is refused when it is not UTF-8', () => {
    const latin = Buffer.from(
      `${prefixes} <> a solid:InsertDeletePatch; solid:inserts { <#a> x:b "é" }.`,
      'latin1',
    )
    expect(readN3(latin, url)).toEqual({ status: 400, reason: expect.stringMatching(/UTF-8/) })
  })

  it('has so many triples, whatever they repeat, and no more', () => {
    const many = (count: number) =>
      patch(
        `@prefix : <a:>. <> a <http://www.w3.org/ns/solid/terms#InsertDeletePatch>; <http://www.w3.org/ns/solid/terms#inserts> {: : ${Array(count).fill(':').join(',')} }.`,
      )
    const found = many(40_000)
    expect('patch' in found && found.patch.inserts).toHaveLength(40_000)
    expect(many(60_000)).toEqual({ status: 400, reason: expect.stringMatching(/in parts/) })
  })

  it('is refused when there is none', () => {
    expect(patch('<#a> <#b> <#c> .')).toMatchObject({ status: 422 })
    expect(patch('nonsense')).toEqual({ status: 400, reason: expect.stringMatching(/on line 1/) })
  })
})
