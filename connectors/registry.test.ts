import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { connectors, recognise } from './registry.ts'

/** Neither a partner's file as it comes, nor what is made of one. */
const aside = /\.(ttl|gz)$|^ATTRIBUTION\.md$|^ausgrid-/

/** What each connector's folder holds of partners' files. */
const fixtures = connectors.flatMap(({ id }) => {
  const folder = new URL(`${id}/fixtures/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => !aside.test(name))
    .map((name) => [id, name, new URL(name, folder)] as const)
})

describe('a file', () => {
  it.each(fixtures)('of %s is known as such, and by no other connector: %s', (id, _, file) => {
    const bytes = readFileSync(file)
    const knows = connectors.filter((connector) => connector.sniff(bytes) !== undefined)
    expect([recognise(bytes)?.connector.id, knows.map((it) => it.id)]).toEqual([id, [id]])
  })

  it('of each connector is among them', () => {
    expect(new Set(fixtures.map(([id]) => id))).toEqual(new Set(connectors.map(({ id }) => id)))
  })
})
