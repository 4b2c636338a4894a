import type { Contender } from './contenders.ts'
import { insertion, large, small } from './contents.ts'
import { proof, tokenRequest } from './dpop.ts'
import type { Ready } from './load.ts'
import { signUp } from './sign-up.ts'
import type { Story } from './stories.ts'

export interface Operation {
  /** In the last line's JSON. */
  readonly key: string
  readonly title: string
  /** Requests a second of the stock server, as once measured: how many are sent to it. */
  readonly stock: number
  /** Times the stock server, at 16 connections. */
  readonly goal: number
  /** Whether the least that it could cost is measured too. */
  readonly hasFloor?: boolean
  /** Whether a new name or a new triple is written by each request. */
  requests(on: Contender, token: string, count: number, round: string): Ready[] | Story[]
}

const turtle = 'text/turtle'
const jsonLd = 'application/ld+json'

const times = (count: number, make: (n: number) => Ready): Ready[] =>
  Array.from({ length: count }, (_, n) => make(n))

function signed(
  token: string,
  method: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Ready {
  const authorization = { authorization: `DPoP ${token}`, dpop: proof(method, url, token) }
  return { method, url, headers: { ...authorization, ...headers }, ...(body === undefined ? {} : { body }) }
}

/** As every browser asks, and Node's fetch. */
const packed = { 'accept-encoding': 'gzip, deflate, br' }

const reading =
  (
    name: string | ((n: number) => string),
    headers: Readonly<Record<string, string>> = packed,
  ): Operation['requests'] =>
  ({ pod }, token, count) =>
    times(count, (n) => {
      const url = `${pod}${typeof name === 'string' ? name : name(n)}`
      return signed(token, 'GET', url, { accept: turtle, ...headers })
    })

const putting =
  (body: string): Operation['requests'] =>
  ({ pod }, token, count, round) =>
    times(count, (n) => signed(token, 'PUT', `${pod}new/${round}-${n}.ttl`, { 'content-type': turtle }, body))

const patching =
  (name: string): Operation['requests'] =>
  ({ pod }, token, count, round) =>
    times(count, (n) => {
      const fresh = Number(`${parseInt(round, 36)}${n}`)
      return signed(token, 'PATCH', `${pod}${name}`, { 'content-type': 'text/n3' }, insertion(fresh))
    })

export const operations: readonly Operation[] = [
  {
    key: 'get-public-1k',
    title: 'GET public 1 KB',
    stock: 109,
    goal: 80,
    hasFloor: true,
    requests: ({ pod }, _, count) =>
      times(count, () => ({
        method: 'GET',
        url: `${pod}public/small.ttl`,
        headers: { accept: turtle, ...packed },
      })),
  },
  {
    key: 'get-private-1k',
    title: 'GET private 1 KB',
    stock: 57,
    goal: 45,
    hasFloor: true,
    requests: reading('small.ttl'),
  },
  {
    key: 'get-granted-1k',
    title: 'the same, by conditions',
    stock: 57,
    goal: 45,
    requests: reading('granted/small.ttl'),
  },
  {
    key: 'get-private-each',
    title: 'GET each of 5,000',
    stock: 57,
    goal: 45,
    requests: reading((n) => `many5000/${n % 5000}.ttl`),
  },
  {
    key: 'get-private-160k',
    title: 'GET private 160 KB',
    stock: 57,
    goal: 45,
    requests: reading('large.ttl'),
  },
  {
    key: 'get-private-160k-plain',
    title: 'the same, not packed',
    stock: 57,
    goal: 45,
    requests: reading('large.ttl', {}),
  },
  {
    key: 'get-private-160k-json-ld',
    title: 'GET private 160 KB as JSON-LD',
    stock: 3,
    goal: 100,
    requests: reading('large.ttl', { accept: jsonLd, ...packed }),
  },
  { key: 'put-new-1k', title: 'PUT new 1 KB', stock: 65, goal: 20, requests: putting(small) },
  { key: 'put-new-160k', title: 'PUT new 160 KB', stock: 30, goal: 3, requests: putting(large) },
  {
    key: 'patch-1k',
    title: 'PATCH insert into 1 KB',
    stock: 57,
    goal: 25,
    requests: patching('patched-small.ttl'),
  },
  {
    key: 'patch-13k',
    title: 'PATCH insert into 13 KB',
    stock: 57,
    goal: 25,
    requests: patching('patched-middle.ttl'),
  },
  {
    key: 'patch-160k',
    title: 'PATCH insert into 160 KB',
    stock: 4,
    goal: 100,
    requests: patching('patched-large.ttl'),
  },
  { key: 'list-100', title: 'listing of 100', stock: 18, goal: 100, requests: reading('many100/') },
  { key: 'list-1000', title: 'listing of 1,000', stock: 2, goal: 250, requests: reading('many1000/') },
  { key: 'list-5000', title: 'listing of 5,000', stock: 0.4, goal: 250, requests: reading('many5000/') },
  {
    key: 'token',
    title: 'token (client credentials)',
    stock: 38,
    goal: 20,
    requests: ({ baseUrl, client }, _, count) =>
      times(count, () => {
        const { url, headers, body } = tokenRequest(baseUrl, client)
        return { method: 'POST', url, headers: headers as Record<string, string>, body: String(body) }
      }),
  },
  {
    key: 'sign-up',
    title: 'account + pod',
    stock: 2.3,
    goal: 10,
    requests: ({ baseUrl }, _, count, round) =>
      Array.from({ length: count }, (_, n) => signUp(baseUrl, `${round}${n}`)),
  },
]
