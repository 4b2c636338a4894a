import { expect, it } from 'vitest'
import { Places } from './Places.ts'

it('gives each resource a file of its own, that says its type', () => {
  const places = new Places('alice')
  const turtle = 'text/turtle'
  expect(places.of('alice/a', false, turtle)).toBe('a$.ttl')
  expect(places.of('alice/a$.ttl', false, turtle)).toBe('a$.ttl~2')
  expect(places.of('alice/A$.ttl', true, undefined)).toBe('A$.ttl~3')
  expect(places.of('alice/A$.ttl/x.ttl', false, `${turtle}; charset=utf-8`)).toBe('A$.ttl~3/x.ttl')
  expect(places.of('alice/.acl', false, turtle)).toBe('.acl')
  expect(places.of('alice/..', false, 'x/y')).toBe('~..')
  expect(places.of('alice/CON', false, turtle)).toBe('~CON$.ttl')
  expect(places.of('alice/a:b*', true, undefined)).toBe('a_b_')
  expect(places.of('alice/a_b_.', true, undefined)).toBe('a_b__')
  expect(places.of('alice/a\\b.', false, 'x/y')).toBe('a_b_~2')
  const long = 'x'.repeat(500)
  expect(places.of(`alice/${long}1`, false, 'text/plain').length).toBeLessThan(200)
  expect(places.of(`alice/${long}2`, false, 'text/plain')).toMatch(/~2$/)
})

it('counts names alike once, however many there are', () => {
  const places = new Places('alice')
  const start = process.cpuUsage()
  const long = 'x'.repeat(120)
  const all = Array.from({ length: 20_000 }, (_, at) => places.of(`alice/${long}${at}`, false, 'text/plain'))
  expect(new Set(all).size).toBe(all.length)
  expect(all.at(-1)).toBe(`${long}~20000`)
  // Milliseconds of a processor: each from one they would take minutes.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000)
})
