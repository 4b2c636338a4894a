import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { missingIn, sameGraph } from './same-graph.ts'

const read = (turtle: string) => new Parser({ baseIRI: 'https://a.example/d' }).parse(turtle)
const same = (one: string, other: string) => sameGraph(read(one), read(other))

describe('two documents', () => {
  it.each([
    ['in another order', '<#a> <p> 1, 2.', '<#a> <p> 2. <#a> <p> 1.'],
    ['said twice', '<#a> <p> 1.', '<#a> <p> 1, 1.'],
    ['whose blank nodes have other names', '_:x <p> _:y. _:y <q> "z".', '_:b <q> "z". _:a <p> _:b.'],
    [
      'with nested blank nodes',
      '<#a> <p> [ <q> [ <r> 1 ] ], [ <q> [ <r> 2 ] ].',
      '<#a> <p> [ <q> [ <r> 2 ] ], [ <q> [ <r> 1 ] ].',
    ],
    ['with a list', '<#a> <p> (1 2 3).', '<#a> <p> (1 2 3).'],
    ['with blank nodes that are quite alike', '<#a> <p> [], [], [].', '<#a> <p> _:a, _:b, _:c.'],
    [
      'with two rings',
      '_:a <p> _:b. _:b <p> _:a. _:c <p> _:d. _:d <p> _:c.',
      '_:1 <p> _:2. _:3 <p> _:4. _:2 <p> _:1. _:4 <p> _:3.',
    ],
    [
      'with rings of three and of six',
      '_:a <p> _:b. _:b <p> _:c. _:c <p> _:a. _:1 <p> _:2. _:2 <p> _:3. _:3 <p> _:4. _:4 <p> _:5. _:5 <p> _:6. _:6 <p> _:1.',
      '_:1 <p> _:2. _:2 <p> _:3. _:3 <p> _:4. _:4 <p> _:5. _:5 <p> _:6. _:6 <p> _:1. _:a <p> _:b. _:b <p> _:c. _:c <p> _:a.',
    ],
  ])('say the same %s', (_, one, other) => expect(same(one, other)).toBe(true))

  it.each([
    ['a value', '<#a> <p> 1.', '<#a> <p> 2.'],
    ['a type', '<#a> <p> "1".', '<#a> <p> 1.'],
    ['a language', '<#a> <p> "a"@fr.', '<#a> <p> "a"@en.'],
    [
      'what a blank node points at',
      '_:x <p> _:y. _:y <q> 1. _:z <q> 2.',
      '_:x <p> _:z. _:y <q> 1. _:z <q> 2.',
    ],
    [
      'which of two that are alike are tied',
      '_:a <p> _:b. _:c <p> _:d. _:a <q> _:c.',
      '_:a <p> _:b. _:c <p> _:d. _:a <q> _:d.',
    ],
    [
      'one ring of four or two of two',
      '_:a <p> _:b. _:b <p> _:c. _:c <p> _:d. _:d <p> _:a.',
      '_:a <p> _:b. _:b <p> _:a. _:c <p> _:d. _:d <p> _:c.',
    ],
    ['one blank node more', '<#a> <p> [].', '<#a> <p> [], [].'],
    ['the order of a list', '<#a> <p> (1 2).', '<#a> <p> (2 1).'],
  ])('that differ in %s differ', (_, one, other) => expect(same(one, other)).toBe(false))

  it('of long lists, and of many alike in another order, are compared in no time', () => {
    const list = (size: number) => `<#a> <p> (${Array.from({ length: size }, (_, at) => at % 3).join(' ')}).`
    const alike = (from: number) =>
      Array.from(
        { length: 1000 },
        (_, at) => `<#a> <p> _:o${(at * from) % 1000}. _:o${(at * from) % 1000} <q> _:i${at}. `,
      ).join('')
    const hub = `_:h <p> ${Array.from({ length: 500 }, (_, at) => `_:e${at}`).join(', ')}. <#a> <l> (${Array.from({ length: 500 }, (_, at) => `_:e${at}`).join(' ')}).`
    const start = process.cpuUsage()
    expect(same(list(5000), list(5000))).toBe(true)
    expect(same(list(5000), list(4999).replace(').', ' 2).'))).toBe(false)
    expect(same(alike(7), alike(9))).toBe(true)
    expect(missingIn(read(list(5000)), read(list(5000)))).toEqual([])
    expect(same(hub, hub)).toBe(true)
    // Milliseconds of a processor: compared each with each they would take hours.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000)
  })

  it('made to take for ever are given up', () => {
    const ring = (size: number, from: number) =>
      Array.from({ length: size }, (_, at) => `_:n${from + at} <p> _:n${from + ((at + 1) % size)} . `).join(
        '',
      )
    const start = process.cpuUsage()
    expect(same(ring(40, 0) + ring(41, 100), ring(81, 0))).toBe(false)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000)
  })
})

it('tells what one lacks of the other', () => {
  const there = read('<#a> <p> 1, [ <q> 2 ].')
  expect(missingIn(read('<#a> <p> [ <q> 2 ].'), there)).toEqual([])
  expect(missingIn(read('<#a> <p> 1, 3.'), there).map(({ object }) => object.value)).toEqual(['3'])
})
