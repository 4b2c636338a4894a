import { DataFactory, Parser, Store } from 'n3'
import { describe, expect, it } from 'vitest'
import { applyN3 } from './apply-n3.ts'
import { faultOfPatterns, solve } from './where.ts'

const baseIRI = 'https://pod.example/d'
/** In N3 a variable is `?name`. */
const parse = (text: string) => new Parser({ baseIRI, format: 'text/n3' }).parse(text)
const solved = (turtle: string, patterns: string) => {
  const found = solve(parse(patterns), new Store(parse(turtle)))
  return typeof found === 'string'
    ? found
    : Object.fromEntries([...found].map(([name, { value }]) => [name, value.replace(baseIRI, '')]))
}
const people = `<#a> <#name> "Ada"; <#knows> <#b>, <#c>. <#b> <#name> "Ben". <#c> <#name> "Cleo"; <#likes> <#c>.`
/** Subjects that all have the same to say. */
const many = (count: number, says: string) =>
  Array.from({ length: count }, (_, n) => `<#m${n}> ${says} .`).join('')

describe('patterns', () => {
  it.each([
    ['<#a> <#name> ?n.', { n: 'Ada' }],
    ['?x <#name> "Ben".', { x: '#b' }],
    ['<#a> ?p "Ada".', { p: '#name' }],
    ['<#a> <#knows> ?x. ?x <#name> "Ben".', { x: '#b' }],
    ['?x <#name> "Ben". ?y <#knows> ?x. ?y <#name> ?n.', { x: '#b', y: '#a', n: 'Ada' }],
    ['<#a> <#name> ?one. <#b> <#name> ?other.', { one: 'Ada', other: 'Ben' }],
    ['<#a> <#name> "Ada".', {}],
    ['<#a> <#name> "Ada". <#c> ?p ?o. ?o <#likes> <#c>.', { p: '#likes', o: '#c' }],
    ['?x <#likes> ?x.', { x: '#c' }],
  ])('have one mapping: %s', (patterns, mapping) => {
    expect(solved(people, patterns)).toEqual(mapping)
  })

  it.each([
    ['?x <#name> ?n.', 'several'],
    ['<#a> <#knows> ?x.', 'several'],
    ['<#a> <#knows> ?x. ?x <#name> ?n.', 'several'],
    ['<#a> <#name> ?n. <#a> <#knows> ?x.', 'several'],
    ['<#a> <#none> ?x.', 'none'],
    ['<#a> <#name> "Ben".', 'none'],
    ['<#a> <#knows> ?x. ?x <#none> ?n.', 'none'],
    ['<#a> <#knows> ?x. ?y <#none> "n".', 'none'],
    ['?x <#knows> ?x.', 'none'],
  ])('have none, or several: %s', (patterns, answer) => {
    expect(solved(people, patterns)).toBe(answer)
  })

  it('are searched no further than the second mapping, and never multiplied', () => {
    const document = many(2000, '<#p> 1; <#q> 2')
    expect(solved(document, '?a <#p> ?b. ?c <#q> ?d. ?e <#p> ?f. ?g <#q> ?h.')).toBe('several')
    expect(solved(document, '?a <#p> ?b. ?c <#q> ?d. ?e <#p> ?f. ?g <#q> 3.')).toBe('none')
    expect(solved(document, '<#m7> <#p> ?b. ?c <#p> ?d.')).toBe('several')
  })

  it('are searched no longer than a bounded time', () => {
    const edges = Array.from({ length: 60 }, (_, n) => many(60, `<#e> <#m${n}>`)).join('')
    expect(solved(edges, '?a <#e> ?b. ?b <#e> ?c. ?c <#e> ?d. ?d <#e> ?f. ?f <#none> ?a.')).toBe('none')
    const nowhere = `${edges} <#u> <#none> <#v>.`
    expect(solved(nowhere, '?a <#e> ?b. ?b <#e> ?c. ?c <#e> ?d. ?d <#e> "x". ?u <#none> ?v.')).toBe('none')
    const far = `${edges} <#m1> <#f> <#v>. <#w> <#g> <#m2>.`
    expect(solved(far, '?a <#e> ?b. ?b <#e> ?c. ?c <#e> ?d. ?d <#f> ?f. ?f <#g> ?a.')).toBe('none')
    const tight = Array.from({ length: 60 }, (_, n) =>
      Array.from({ length: 60 }, (_, m) => ((n + m) % 2 ? `<#${n}> <#e> <#${m}>.` : '')).join(''),
    ).join('')
    const odd = '?a <#e> ?b. ?b <#e> ?c. ?c <#e> ?d. ?d <#e> ?f. ?f <#e> ?a.'
    expect(solved(tight, odd)).toBe('takes too much')
  })

  it('are refused before they are tried where they would be too many, or say nothing', () => {
    expect(faultOfPatterns(parse('<#a> <#p> ?b. ?b <#p> <#c>.'))).toBeUndefined()
    expect(faultOfPatterns(parse(many(100, '<#p> 1')))).toBeUndefined()
    expect(faultOfPatterns(parse('?a ?b ?c.'))?.en).toMatch(/variables alone/)
    expect(faultOfPatterns(parse(many(33, '<#p> ?x')))?.en).toMatch(/too many/)
    const names = Array.from({ length: 20 }, (_, n) => `?a${n} <#p> ?b${n}.`).join('')
    expect(faultOfPatterns(parse(names))?.en).toMatch(/too many/)
  })
})

describe('an N3 Patch', () => {
  const patched = (inserts: string, deletes = '', conditions = '') => {
    const store = new Store(parse(people))
    applyN3({ inserts: parse(inserts), deletes: parse(deletes), conditions: parse(conditions) }, store)
    return store
  }

  it('puts what its condition has found in the place of its variables', () => {
    const store = patched(
      '?x <#name> "Bob".',
      '?x <#name> ?n.',
      '<#a> <#knows> ?x. ?x <#name> ?n; <#name> "Ben".',
    )
    expect(store.getQuads(`${baseIRI}#b`, null, null, null).map(({ object }) => object.value)).toEqual([
      'Bob',
    ])
  })

  it('deletes all that it says, or is refused and changes nothing', () => {
    expect(patched('', '<#b> <#name> "Ben".').size).toBe(new Store(parse(people)).size - 1)
    expect(() => patched('', '<#b> <#name> "Ben", "Bob".')).toThrow(/does not contain all/)
    expect(() => patched('<#b> <#p> 1.', '', '<#b> <#name> "Bob".')).toThrow(/any matches/)
    expect(() => patched('<#b> <#p> 1.', '', '?b <#name> ?n.')).toThrow(/multiple/)
  })

  it('deletes as many as it likes', () => {
    const quads = Array.from({ length: 50_000 }, (_, n) =>
      DataFactory.quad(DataFactory.namedNode('x:a'), DataFactory.namedNode('x:b'), DataFactory.literal(n)),
    )
    const store = new Store(quads)
    applyN3({ inserts: [], deletes: quads, conditions: [] }, store)
    expect(store.size).toBe(0)
  })
})
