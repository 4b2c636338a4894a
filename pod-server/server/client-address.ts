import type { IncomingMessage } from 'node:http'
import { networkOf } from '../outgoing/network.ts'

/** Of this machine. */
export const loopback = /^(::ffff:)?127\.|^::1$/

/** Whether what `clientAddress` says is this machine itself. */
export const isLoopback = (address: string): boolean => loopback.test(address) || address === networkOf('::1')

/**
 * Where a request comes from: of IPv6, the network. Behind a proxy on this machine it is what that proxy says, which is
 * the last that is said.
 */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const remote = socket.remoteAddress ?? ''
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return networkOf(loopback.test(remote) && forwarded ? withoutPort(forwarded) : remote)
}

/** As some proxies write it: each connection has another port. */
const withoutPort = (address: string): string =>
  address.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')

/** Whether it was sent from this very machine, by no proxy. */
export const isDirectlyFromHere = ({
  socket,
  headers,
}: Pick<IncomingMessage, 'socket' | 'headers'>): boolean =>
  headers['x-forwarded-for'] === undefined && loopback.test(socket.remoteAddress ?? '')
