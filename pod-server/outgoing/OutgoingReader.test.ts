import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { Callables } from './Callables.ts'
import { get } from './get.ts'
import { OutgoingReader } from './OutgoingReader.ts'
import { NameServer } from './testing/name-server.ts'
import { Receiver } from './testing/receiver.ts'

const developed = readSettings({ flags: { port: '3000' }, env: {} })
const published = readSettings({ flags: { 'base-url': 'https://pods.example/' }, env: {} })
const turtle = { 'content-type': 'Text/Turtle; charset=utf-8' }
const most = 1000
const within = (ms = 60_000) => AbortSignal.timeout(ms)

describe('a document elsewhere', () => {
  let there: Receiver
  const read = (path: string, reader = new OutgoingReader(developed)) =>
    reader.read(there.url + path, 'alice', 'text/turtle', most)

  beforeAll(async () => {
    there = await Receiver.start((response, { path }) => {
      if (path === '/moved') response.writeHead(302, { location: '/good' }).end()
      else if (path === '/missing') response.writeHead(404, turtle).end('<#a> a <#b>.')
      else if (path === '/large') response.writeHead(200, turtle).end('#'.repeat(most + 1))
      else if (path === '/full') response.writeHead(200, turtle).end('#'.repeat(most))
      else if (path === '/packed') response.writeHead(200, { ...turtle, 'content-encoding': 'gzip' }).end('x')
      else if (path === '/heads') response.writeHead(200, { ...turtle, x: 'y'.repeat(9000) }).end()
      else if (path === '/cut') {
        response.writeHead(200, { ...turtle, 'content-length': 100 }).write('<#a> a <#b>.')
        response.destroy()
      } else if (path === '/never') response.writeHead(200, turtle).write('#')
      else response.writeHead(200, turtle).end('<#a> a <#b>.')
    })
  })
  afterAll(async () => there?.[Symbol.asyncDispose]())

  it('is read as nobody in particular', async () => {
    const found = await read('/good')
    expect([found?.type, found?.body.toString()]).toEqual(['text/turtle', '<#a> a <#b>.'])
    const { headers } = there.at('/good')[0] ?? {}
    expect(headers).not.toHaveProperty('authorization')
    expect(headers).not.toHaveProperty('cookie')
    expect(headers?.accept).toBe('text/turtle')
  })

  it('is read up to its bound', async () => {
    expect((await read('/full'))?.body.byteLength).toBe(most)
  })

  it.each([
    ['/moved', 'moved'],
    ['/missing', 'not-there'],
    ['/large', 'too-large'],
    ['/packed', 'packed'],
    ['/heads', 'no-answer'],
    ['/cut', 'no-answer'],
  ])('is not had, and why: %s', async (path, why) => {
    const followed = there.at('/good').length
    expect(await read(path)).toBeUndefined()
    expect(await new OutgoingReader(developed).call(there.url + path, 'text/turtle', most)).toBe(why)
    expect(there.at('/good')).toHaveLength(followed)
  })

  it('is not waited for beyond its time', async () => {
    const { port } = new URL(there.url)
    const late = get(new URL(`http://127.0.0.1:${port}/never`), ['127.0.0.1'], '*/*', most, within(50))
    await expect(late).rejects.toThrow()
    const reader = new OutgoingReader(developed)
    expect(await reader.call(`${there.url}/never`, '*/*', most, within(50))).toBe('slow')
    await there.until(() => there.open === 0)
  })

  it('is not read of this machine by a server that is published, nor of one that is not public', async () => {
    await using names = await NameServer.start({
      'inside.example': ['10.0.0.1'],
      'here.example': ['127.0.0.1'],
    })
    const reader = new OutgoingReader(published, names.resolver)
    const before = there.received.length
    const { port } = new URL(there.url)
    for (const [url, why] of [
      [there.url, 'not-https'],
      [`https://localhost:${port}/`, 'private-address'],
      [`https://here.example:${port}/`, 'private-address'],
      [`https://inside.example:${port}/`, 'private-address'],
      [`https://unknown.example:${port}/`, 'unknown-name'],
      ['https://169.254.169.254/latest/', 'private-address'],
      ['https://pods.example/alice/group.ttl', 'own-address'],
      ['file:///etc/passwd', 'not-https'],
      ['no address', 'malformed-url'],
    ] as const) {
      expect(await reader.read(url, 'alice', '*/*', most)).toBeUndefined()
      expect(await reader.call(url, '*/*', most)).toBe(why)
    }
    expect(there.received).toHaveLength(before)
  })

  it('is read at the address that was judged, whatever the name leads to by then', async () => {
    await using names = await NameServer.start({ 'changes.example': ['1.1.1.1'] })
    expect(await new Callables(published, names.resolver).of('https://changes.example/')).toEqual(['1.1.1.1'])
    const { port } = new URL(there.url)
    const found = await get(
      new URL(`http://changes.example:${port}/good`),
      ['127.0.0.1'],
      '*/*',
      most,
      within(),
    )
    expect(found).toHaveProperty('type', 'text/turtle')
    expect(names.asked).toEqual(['changes.example', 'changes.example'])
  })

  it('is one of two that a host is asked for at once; other hosts do not wait for it', async () => {
    const held: ServerResponse[] = []
    await using slow = await Receiver.start((response) => held.push(response))
    const reader = new OutgoingReader(developed)
    const asked = [1, 2, 3, 4].map((n) => reader.read(`${slow.url}/${n}`, `pod${n}`, '*/*', 10))
    await slow.until(() => held.length === 2)
    expect((await reader.read(`${there.url}/good`, 'pod5', '*/*', most))?.type).toBe('text/turtle')
    expect(held).toHaveLength(2)
    for (const response of held.splice(0)) response.end('x')
    await slow.until(() => held.length === 2)
    for (const response of held) response.end('x')
    expect((await Promise.all(asked)).map((it) => it?.body.toString())).toEqual(['x', 'x', 'x', 'x'])
  })

  it('is not waited for beyond the time of a turn, and the turn that comes later is nobody’s', async () => {
    const held: ServerResponse[] = []
    await using slow = await Receiver.start((response) => held.push(response))
    const reader = new OutgoingReader(developed)
    const ask = (signal?: AbortSignal) =>
      reader.inTurn(slow.url, 'alice', () => reader.call(slow.url, '*/*', 10), signal)
    const asked = [ask(), ask()]
    await slow.until(() => held.length === 2)
    expect(await ask(within(20))).toBe('busy')
    for (const response of held.splice(0)) response.end('x')
    for (const found of await Promise.all(asked)) expect(found).toHaveProperty('type')
    const again = [ask(), ask()]
    await slow.until(() => held.length === 2)
    for (const response of held) response.end('x')
    for (const found of await Promise.all(again)) expect(found).toHaveProperty('type')
    expect(slow.received).toHaveLength(4)
  })
})
