import { expect, it } from 'vitest'
import { beginningOf, seal } from '#vocab/journal/chain'
import { type Entry, writeEntry } from '#vocab/journal/entry'
import { likelyDays, writesTo } from './writes.ts'

const base = 'https://pod.example/'
const pod = `${base}alice/`
const bank = 'https://bank.example/#it'
const people = {
  webId: `${pod}profile/card#me`,
  clientId: 'https://home.example/id',
  apps: {},
  grants: [],
}
const at = Date.parse('2026-11-25T10:00:00Z')
const line = (more: Partial<Entry>) => {
  const entry: Entry = {
    ...{ outcome: 'allowed', from: at, until: at, count: 1, who: bank, client: null },
    ...{ resources: ['alice/data/bank/b/x.ttl'], modes: ['append'], rules: [] },
    ...more,
  }
  return seal(beginningOf('alice'), at, new Uint8Array(16), writeEntry(entry))
}

it('finds who wrote in a document: no reads, no refusals, no other document; and counts what was erased', async () => {
  const lines = [
    line({}),
    line({ modes: ['read'] }),
    line({ outcome: 'refused' }),
    line({ resources: ['alice/data/bank/b/xy.ttl'] }),
    { ...line({}), said: undefined },
  ]
  const log = { lines: async () => lines }
  const { writes, erased } = await writesTo(log, ['2026-11-25'], `${pod}data/bank/b/x.ttl`, {
    base,
    pod,
    people,
  })
  expect(writes).toHaveLength(1)
  expect(writes[0]?.details).toContain(`WebID\u00a0: ${bank}`)
  expect(erased).toBe(1)
})

it('looks first at the days of the imports, and of what ended at midnight', () => {
  const days = ['2026-11-26', '2026-11-25', '2026-11-24']
  expect(likelyDays(days, ['2026-11-24T23:59:59Z', 'nonsense'])).toEqual(['2026-11-25', '2026-11-24'])
  expect(likelyDays(days, [])).toEqual([])
})
