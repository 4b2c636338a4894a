import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { OutgoingCaller } from './OutgoingCaller.ts'
import { type Message, post } from './post.ts'
import { NameServer } from './testing/name-server.ts'
import { Receiver } from './testing/receiver.ts'

const message: Message = { headers: { 'content-type': 'text/plain' }, body: 'à lire' }
const prepare = async () => message
const developed = readSettings({ flags: { port: '3000' }, env: {} })
const published = readSettings({ flags: { 'base-url': 'https://pods.example/' }, env: {} })

describe('a name', () => {
  let names: NameServer
  let caller: OutgoingCaller

  beforeAll(async () => {
    names = await NameServer.start({
      'good.example': ['1.1.1.1', '2606:4700::1111'],
      'changes.example': ['1.1.1.1'],
      'inside.example': ['10.0.0.1'],
      'here.example': ['127.0.0.1'],
      'both.example': ['1.1.1.1', '127.0.0.1'],
      'metadata.example': ['169.254.169.254'],
      'mapped.example': ['1.1.1.1', '::ffff:0a00:1'],
      'translated.example': ['64:ff9b::a00:1'],
      'empty.example': [],
    })
    caller = new OutgoingCaller(published, names.resolver)
  })
  afterAll(async () => names?.[Symbol.asyncDispose]())

  it.each([
    ['good.example', undefined],
    ['inside.example', 'private-address'],
    ['here.example', 'private-address'],
    ['both.example', 'private-address'],
    ['metadata.example', 'private-address'],
    ['mapped.example', 'private-address'],
    ['translated.example', 'private-address'],
    ['empty.example', 'unknown-name'],
    ['unknown.example', 'unknown-name'],
  ])('is judged by all that it leads to: %s', async (name, fault) => {
    expect(await caller.faultOf(`https://${name}/`)).toBe(fault)
  })

  it('is judged again at each call', async () => {
    expect(await caller.faultOf('https://changes.example/')).toBeUndefined()
    names.change('changes.example', ['127.0.0.1'])
    let prepared = false
    const outcome = await caller.post('https://changes.example/', 'alice', async () => {
      prepared = true
      return message
    })
    expect([outcome, prepared]).toEqual(['failed', false])
  })

  it('is not looked up where the URL says the address', async () => {
    const before = names.asked.length
    expect(await caller.faultOf('https://1.1.1.1/')).toBeUndefined()
    expect(await caller.faultOf('https://sub.localhost/')).toBe('private-address')
    expect(names.asked).toHaveLength(before)
  })
})

describe('a call', () => {
  const call = async (url: string) => new OutgoingCaller(developed).post(url, 'alice', prepare)

  it('reaches the address that was judged, whatever the name leads to by now', async () => {
    await using receiver = await Receiver.start()
    const url = new URL(receiver.url)
    url.hostname = 'nowhere.invalid'
    expect(await post(url, ['127.0.0.1'], message, AbortSignal.timeout(5000))).toBe(200)
    expect(receiver.received).toMatchObject([{ method: 'POST', body: 'à lire', headers: { host: url.host } }])
  })

  it.each([
    [200, 'delivered'],
    [202, 'delivered'],
    [404, 'failed'],
    [500, 'failed'],
  ])('that is answered with %s is %s', async (status, outcome) => {
    await using receiver = await Receiver.start((response) => response.writeHead(status).end('seen'))
    expect(await call(receiver.url)).toBe(outcome)
  })

  it('follows no redirect', async () => {
    await using elsewhere = await Receiver.start()
    await using receiver = await Receiver.start((response) =>
      response.writeHead(307, { location: elsewhere.url }).end(),
    )
    expect(await call(receiver.url)).toBe('failed')
    expect([receiver.received.length, elsewhere.received.length]).toEqual([1, 0])
  })

  it('hears no endless answer out', async () => {
    await using receiver = await Receiver.start((response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(1024)));
      }
      response.on('drain', more)
      more()
    })
    expect(await call(receiver.url)).toBe('delivered')
    await receiver.until(() => receiver.open === 0)
  })

  it('that nobody answers ends, and so does one whose answer has no end', { timeout: 20_000 }, async () => {
    await using silent = await Receiver.start(() => undefined)
    await using slow = await Receiver.start((response) => {
      response.write('x')
    })
    expect(await Promise.all([call(silent.url), call(slow.url)])).toEqual(['failed', 'failed'])
    await silent.until(() => silent.open === 0)
    await slow.until(() => slow.open === 0)
  })

  it('is not made for a message that is too large, or that nobody wants any more', async () => {
    await using receiver = await Receiver.start()
    const caller = new OutgoingCaller(developed)
    const large = async () => ({ headers: {}, body: 'x'.repeat(20_000) })
    expect(await caller.post(receiver.url, 'alice', large)).toBe('dropped')
    expect(await caller.post(receiver.url, 'alice', async () => undefined)).toBe('dropped')
    expect(receiver.received).toEqual([])
  })
})

describe('of many calls', () => {
  it('only so many go to one host, in a queue that has an end, and others pass them', async () => {
    const held: ServerResponse[] = []
    let open = false
    await using busy = await Receiver.start((response) => {
      if (open) response.end()
      else held.push(response)
    })
    await using other = await Receiver.start()
    const caller = new OutgoingCaller(developed)
    const calls = Array.from({ length: 270 }, (_, n) => caller.post(busy.url, `pod${n}`, prepare))
    await busy.until(() => busy.open === 4)
    expect(await caller.post(other.url, 'alice', prepare)).toBe('delivered')
    const dropped = await Promise.race(calls.slice(260))
    expect([dropped, busy.received.length]).toEqual(['dropped', 4])
    expect(await Promise.all(calls.slice(260))).toEqual(new Array(10).fill('dropped'))
    open = true
    for (const response of held) response.end()
    expect(await Promise.all(calls.slice(0, 12))).toEqual(new Array(12).fill('delivered'))
    expect(busy.most).toBe(4)
  })

  it('only so many are made for one sender, however many hosts they go to', async () => {
    const receivers = await Promise.all(Array.from({ length: 5 }, () => Receiver.start(() => undefined)))
    const caller = new OutgoingCaller(developed)
    const calls = receivers.flatMap(({ url }) => [1, 2].map(() => caller.post(url, 'alice', prepare)))
    const count = () => receivers.reduce((sum, { open }) => sum + open, 0)
    await Promise.race(receivers.map((it) => it.until(() => count() === 8)))
    await using other = await Receiver.start()
    expect(await caller.post(other.url, 'bob', prepare)).toBe('delivered')
    expect(count()).toBe(8)
    for (const receiver of receivers.slice(0, 4)) await receiver[Symbol.asyncDispose]()
    await receivers[4]?.until(() => receivers[4]?.open === 2)
    await receivers[4]?.[Symbol.asyncDispose]()
    expect(await Promise.all(calls)).toEqual(new Array(10).fill('failed'))
  })

  it('those of senders whose receivers are slow, however many, do not keep another sender’s waiting', async () => {
    const receivers = await Promise.all(
      Array.from({ length: 24 }, (_, n) => Receiver.start(() => undefined, `127.0.0.${2 + (n % 8)}`)),
    )
    await using quick = await Receiver.start()
    const caller = new OutgoingCaller(developed)
    const count = () => receivers.reduce((sum, { open }) => sum + open, 0)
    const calls = Array.from({ length: 8 * 32 }, (_, n) =>
      caller.post(receivers[n % 24]?.url ?? '', `slow${n >> 5}`, prepare),
    )
    // The others are kept for senders that hold none.
    await Promise.race(receivers.map((it) => it.until(() => count() >= 64 - 24)))
    const since = Date.now()
    expect(await caller.post(quick.url, 'quick', prepare)).toBe('delivered')
    expect(Date.now() - since).toBeLessThan(2000)
    expect(count()).toBeLessThan(64)
    for (const receiver of receivers) await receiver[Symbol.asyncDispose]()
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['failed']))
  })

  it('one at a time goes to a host that fails, and four again when it is well', async () => {
    const held: ServerResponse[] = []
    let well = false
    await using receiver = await Receiver.start((response) => {
      if (well) held.push(response)
      else response.writeHead(500).end()
    })
    const caller = new OutgoingCaller(developed)
    expect(await caller.post(receiver.url, 'alice', prepare)).toBe('failed')
    well = true
    const calls = Array.from({ length: 6 }, (_, n) => caller.post(receiver.url, `pod${n}`, prepare))
    await receiver.until(() => held.length === 1)
    await using other = await Receiver.start()
    expect(await caller.post(other.url, 'other', prepare)).toBe('delivered')
    expect(receiver.open).toBe(1)
    held.shift()?.end()
    await receiver.until(() => held.length === 4)
    well = false
    for (const response of held) response.end()
    await Promise.all(calls)
    expect(receiver.most).toBe(4)
  })
})
