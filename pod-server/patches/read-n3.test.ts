import { Writer } from 'n3'
import { describe, expect, it } from 'vitest'
import { readN3 } from './read-n3.ts'

const url = 'https://pod.example/d'
const prefixes = '@prefix solid: <http://www.w3.org/ns/solid/terms#>. @prefix x: <http://x.example/>.'
const read = (parts: string) =>
  readN3(`${prefixes}\n<> a solid:InsertDeletePatch${parts && '; '}${parts}.`, url)
const lines = (quads: readonly unknown[]) =>
  new Writer({ format: 'N-Triples' }).quadsToString(quads as never).replace(/_:\S+/g, '_:b')

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

  it('inserts blank nodes, and lists, which the Editor’s Draft allows', () => {
    const found = read('solid:inserts { <#a> x:b [ x:c 1 ]. _:d x:e (1 2). }')
    expect('patch' in found && lines(found.patch.inserts)).toBe(
      lines(('patch' in found && found.patch.inserts) || []),
    )
    expect('patch' in found && found.patch.inserts.length).toBe(7)
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
  ])('is refused: %s', (parts, status, reason) => {
    expect(read(parts)).toEqual({ status, reason: expect.stringMatching(reason) })
  })

  it('is refused when there is none', () => {
    expect(readN3('<#a> <#b> <#c> .', url)).toMatchObject({ status: 422 })
    expect(readN3('nonsense', url)).toEqual({ status: 400, reason: expect.stringMatching(/on line 1/) })
  })
})
