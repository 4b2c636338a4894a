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
      'one ring of four or two of two',
      '_:a <p> _:b. _:b <p> _:c. _:c <p> _:d. _:d <p> _:a.',
      '_:a <p> _:b. _:b <p> _:a. _:c <p> _:d. _:d <p> _:c.',
    ],
    ['one blank node more', '<#a> <p> [].', '<#a> <p> [], [].'],
    ['the order of a list', '<#a> <p> (1 2).', '<#a> <p> (2 1).'],
  ])('that differ in %s differ', (_, one, other) => expect(same(one, other)).toBe(false))

  it('made to take for ever are given up', () => {
    const ring = (size: number, from: number) =>
      Array.from({ length: size }, (_, at) => `_:n${from + at} <p> _:n${from + ((at + 1) % size)} . `).join(
        '',
      )
    const start = performance.now()
    expect(same(ring(40, 0) + ring(41, 100), ring(81, 0))).toBe(false)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

it('tells what one lacks of the other', () => {
  const there = read('<#a> <p> 1, [ <q> 2 ].')
  expect(missingIn(read('<#a> <p> [ <q> 2 ].'), there)).toEqual([])
  expect(missingIn(read('<#a> <p> 1, 3.'), there).map(({ object }) => object.value)).toEqual(['3'])
})
