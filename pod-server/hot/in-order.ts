import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Handle = (request: IncomingMessage, response: ServerResponse) => void

/** Requests that wait on one connection at most: each may have some kilobytes of its body with it. */
export const mostWaiting = 32

/**
 * Handles the requests of a connection in their order, each once those before it are answered: what is sent ahead may
 * change what was sent before (RFC 9112 §9.3.2). Node hands over all that has come, and gives an answer its connection
 * when its turn is there: whoever sends nothing ahead has it at once, and waits for nobody. Who sends too much ahead
 * has to come back.
 */
export function inOrder(handle: Handle): Handle {
  const waiting = new WeakMap<Socket, number>()
  const count = (socket: Socket, more: 1 | -1): number => {
    const now = (waiting.get(socket) ?? 0) + more
    waiting.set(socket, now)
    return now
  }
  return (request, response) => {
    const { socket } = request
    if (response.socket) handle(request, response)
    else if (count(socket, 1) > mostWaiting) socket.destroy()
    else
      response.once('socket', () => {
        count(socket, -1)
        // Those who wait for the end of the one before are told first.
        process.nextTick(handle, request, response)
      })
  }
}
