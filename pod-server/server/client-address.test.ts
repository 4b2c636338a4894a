import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

const of = (remoteAddress: string, forwarded?: string): string =>
  clientAddress({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as IncomingMessage)

const here = '127.0.0.1'

it.each([
  ['the one that the proxy says', '192.0.2.1', '192.0.2.1'],
  ['the last of several: those before it are what a client said', '198.51.100.9, 192.0.2.1', '192.0.2.1'],
  ['the last, without a space or with many', '198.51.100.9,   192.0.2.1  ', '192.0.2.1'],
  ['the last, behind empty ones', ' , ,192.0.2.1', '192.0.2.1'],
  ['this machine, where the last is empty: nobody said it', '198.51.100.9, ', here],
  ['this machine, where nothing is said', '', here],
  ['one address, whatever its port', '192.0.2.1:5678', '192.0.2.1'],
  ['one network, whatever its port', '[2001:db8:0:1::7]:80', '2001:db8:0:1'],
  ['one network, in brackets', '[2001:db8:0:1::7]', '2001:db8:0:1'],
  ['one network, without a port', '2001:db8:0:1::8', '2001:db8:0:1'],
  ['the same in capitals', '2001:DB8:0:1::8', '2001:db8:0:1'],
  ['IPv4 written as IPv6, with a port', '[::ffff:192.0.2.1]:80', '192.0.2.1'],
])('behind a proxy on this machine, a client is %s', (_, forwarded, is) => {
  for (const proxy of [here, '::1', '::ffff:127.0.0.1'])
    expect(of(proxy, forwarded)).toBe(is === here ? of(proxy) : is)
})

it('what a client elsewhere says of itself counts for nothing', () => {
  expect(of('203.0.113.5', '192.0.2.1')).toBe('203.0.113.5')
})
