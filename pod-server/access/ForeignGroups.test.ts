import { afterEach, describe, expect, it, vi } from 'vitest'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { readSettings } from '../settings.ts'
import { ForeignGroups } from './ForeignGroups.ts'

const reader = () => new OutgoingReader(readSettings({ flags: { port: '3000' }, env: {} }))
const bob = 'https://bob.example/#me'
const prefix = '@prefix v: <http://www.w3.org/2006/vcard/ns#>.'
const group = `${prefix}<#g> v:hasMember <${bob}>.`

afterEach(() => vi.useRealTimers())

async function membersOf(body: string, type = 'text/turtle') {
  await using there = await Receiver.start((response) =>
    response.writeHead(200, { 'content-type': type }).end(body),
  )
  const document = `${there.url}/group`
  const groups = await new ForeignGroups(reader()).of(document, 'alice')
  return [...(groups.get(`${document}#g`) ?? [])]
}

describe('a group that is kept elsewhere', () => {
  it('has the members that its document says', async () => {
    expect(await membersOf(group)).toEqual([bob])
  })

  it.each([
    ['is malformed after its members', `${group} <`, 'text/turtle'],
    ['is of another type', group, 'text/html'],
    ['is too large', `${group}${'#'.repeat(64 * 1024)}`, 'text/turtle'],
    ['has too many triples', `${prefix}<#g> v:hasMember <${bob}>${',<x>'.repeat(5000)}.`, 'text/turtle'],
    ['names its members by strings', `${prefix}<#g> v:hasMember "${bob}".`, 'text/turtle'],
    ['is empty', '', 'text/turtle'],
  ])('has none where it %s', async (_, body, type) => {
    expect(await membersOf(body, type)).toEqual([])
  })

  it('is asked for once by all who wait, and not again for a while; nor is one that failed', async () => {
    await using there = await Receiver.start((response, { path }) => {
      response.writeHead(path === '/good' ? 200 : 500, { 'content-type': 'text/turtle' }).end(group)
    })
    const groups = new ForeignGroups(reader())
    for (const path of ['/good', '/bad']) {
      const asked = () => groups.of(there.url + path, 'alice')
      await Promise.all([asked(), asked(), asked()])
      await asked()
      expect(there.at(path)).toHaveLength(1)
    }
    expect((await groups.of(`${there.url}/bad`, 'alice')).size).toBe(0)
  })

  it('counts as it was for a minute: whoever was taken out of it is out by then', async () => {
    let body = group
    await using there = await Receiver.start((response) =>
      response.writeHead(200, { 'content-type': 'text/turtle' }).end(body),
    )
    const groups = new ForeignGroups(reader())
    const members = async () => [...((await groups.of(there.url, 'alice')).get(`${there.url}#g`) ?? [])]
    const now = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now })
    expect(await members()).toEqual([bob])
    body = ''
    vi.setSystemTime(now + 59_999)
    expect(await members()).toEqual([bob])
    vi.setSystemTime(now + 60_000)
    expect(await members()).toEqual([])
  })

  it('keeps what it read within a bound, whatever the names are', async () => {
    await using there = await Receiver.start((response) =>
      response.writeHead(200, { 'content-type': 'text/turtle' }).end(group),
    )
    const groups = new ForeignGroups(reader())
    await groups.of(`${there.url}/one`, 'alice')
    const { kept, most } = groups.size
    expect(kept).toBeGreaterThan(4000)
    expect(kept).toBeLessThan(most)
    expect((await groups.of(`${there.url}/${'x'.repeat(2000)}`, 'alice')).size).toBe(0)
    expect(there.received).toHaveLength(1)
  })
})
