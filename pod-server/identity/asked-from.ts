import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { clientAddress } from '../server/client-address.ts'

const addresses = new AsyncLocalStorage<string>()
let running = 0

/** Does what was asked; within, `askingAddress` says from where, which oidc-provider does not tell its storage. */
export async function askedFrom<T>(request: IncomingMessage, work: () => Promise<T>): Promise<T> {
  running += 1
  try {
    return await addresses.run(clientAddress(request), work)
  } finally {
    running -= 1
    // As long as one is in use, each promise of the whole server costs four times as much (Node.js 20).
    if (running === 0) addresses.disable()
  }
}

export const askingAddress = (): string => addresses.getStore() ?? 'nobody'
