import { existsSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { connectorList } from './connector-list.ts'

it('has every connector there is, under its own id', async () => {
  const folder = new URL('../../../connectors/', import.meta.url)
  const there = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/connector.ts`, folder)))
  expect(Object.keys(connectorList).sort()).toEqual(there.sort())
  for (const [id, load] of Object.entries(connectorList)) expect((await load()).id).toBe(id)
})
