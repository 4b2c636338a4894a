import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress } from '../server/client-address.ts'
import { withoutProxy } from './without-proxy.ts'

it('what a client of our own certificate says of a proxy is dropped, whoever it says that it is', () => {
  const headers: IncomingMessage['headers'] = {
    host: 'pods.example',
    forwarded: 'for=192.0.2.7;host=elsewhere.example;proto=http',
    'x-forwarded-for': '192.0.2.7',
    'x-forwarded-host': 'elsewhere.example',
    'x-forwarded-port': '80',
    'x-forwarded-proto': 'http',
  }
  withoutProxy({ headers })
  expect(headers).toEqual({ host: 'pods.example', 'x-forwarded-proto': 'https' })
  const socket = { remoteAddress: '127.0.0.1' } as IncomingMessage['socket']
  expect(clientAddress({ socket, headers })).toBe('127.0.0.1')
})
