import { expect, it } from 'vitest'
import type { CacheName, ServerNumbers } from '../server/ServerStatus.ts'
import { running } from './running.ts'

const numbers = (caches: Partial<Record<CacheName, number>>): ServerNumbers => ({
  uptime: 60,
  resident: 1e8,
  caches: new Proxy({} as ServerNumbers['caches'], {
    get: (_, name: CacheName) => ({ kept: caches[name] ?? 0, most: 100 }),
  }),
})
const said = (of: ServerNumbers): [string, string | number][] =>
  running(of).map(([{ en }, value]) => [en, value])

it('says of a running server what an operator acts on, and names the caches that are full', () => {
  expect(said(numbers({ journal: 3, resources: 94 })).slice(0, 3)).toEqual([
    ['seconds since its start', 60],
    ['bytes of memory', 1e8],
    ['lines of logs on their way', expect.stringMatching(/^3 \(/)],
  ])
  const [, , , none] = said(numbers({ resources: 94 }))
  expect(none?.[1]).toMatch(/^(none|aucun)$/)
  const [, , , full] = said(numbers({ asking: 100, forms: 95, journal: 94 }))
  expect(full).toEqual([
    'full caches',
    expect.stringMatching(/^(octets|bytes)[^,]*, (adresses|addresses)[^,]*$/),
  ])
})
