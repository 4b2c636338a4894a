import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { parse as parseCookies } from 'cookie'
import { clientAddress } from '../server/client-address.ts'

/** What a request says of the program that sends it, where the account API and oidc-provider do not tell. */
export interface AskedFrom {
  /** Of IPv6, the network. */
  readonly address: string
  readonly userAgent: string
  /** A page in a browser, whose scripts read the answer. */
  readonly isPage: boolean
  /** The cookie by which a browser is known from an earlier log-in (see KnownDevices). */
  readonly device: string | undefined
  /** That cookie, for the answer to bring. */
  newDevice?: string
}

const deviceCookie = 'traboule-device'

const requests = new AsyncLocalStorage<AskedFrom>()
let running = 0

/** Does what was asked; within, `asking` says from where. */
export async function askedFrom<T>(request: IncomingMessage, work: () => Promise<T>): Promise<T> {
  const { origin, 'sec-fetch-site': site, 'user-agent': userAgent = '' } = request.headers
  const isPage = origin !== undefined || site !== undefined
  const cookies = parseCookies(request.headers.cookie ?? '')
  // An app's host may set the second, and never the first.
  const device = cookies[`__Host-${deviceCookie}`] ?? cookies[deviceCookie]
  running += 1
  try {
    return await requests.run({ address: clientAddress(request), userAgent, isPage, device }, work)
  } finally {
    running -= 1
    // As long as one is in use, each promise of the whole server costs four times as much (Node.js 20).
    if (running === 0) requests.disable()
  }
}

export const asking = (): AskedFrom =>
  requests.getStore() ?? { address: 'nobody', userAgent: '', isPage: false, device: undefined }

export const askingAddress = (): string => asking().address
