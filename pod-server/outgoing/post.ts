import http from 'node:http'
import https from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'

export interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Bytes of an answer that are read, so that whoever answers is not cut short; none is looked at. */
const maxAnswerBytes = 4 * 1024
const maxAnswerHeaderBytes = 8 * 1024
/** Node gives an address a quarter of a second before it tries the next: too little for the other end of the world. */
export const attemptMs = 2000

/**
 * Posts to one of these addresses, whatever the name in the URL leads to by now; follows no redirect.
 *
 * @returns the status of the answer.
 * @throws what went wrong before there was one, the end of `signal` included.
 */
export function post(
  url: URL,
  addresses: readonly string[],
  { headers, body }: Message,
  signal: AbortSignal,
): Promise<number> {
  const { request, Agent } = url.protocol === 'https:' ? https : http
  return new Promise((done, fail) => {
    const call = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: new Agent({ autoSelectFamilyAttemptTimeout: attemptMs }),
      lookup: pinned(addresses),
      maxHeaderSize: maxAnswerHeaderBytes,
      signal,
    })
    call.on('error', fail)
    // No call keeps a server from ending.
    call.on('socket', (socket) => socket.unref())
    call.on('response', (answer) => {
      const finish = () => done(answer.statusCode ?? 0)
      let left = maxAnswerBytes
      answer.on('data', (chunk: Buffer) => {
        left -= chunk.length
        if (left < 0) answer.destroy()
      })
      answer.on('error', finish)
      answer.on('close', finish)
    })
    call.end(body)
  })
}

/** Leads any name to the addresses that were checked. */
export function pinned(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_, { all }, callback) => {
    const [first] = found
    if (all || !first) callback(null, found)
    else callback(null, first.address, first.family)
  }
}
