import http from 'node:http'
import https from 'node:https'
import { attemptMs, pinned } from './post.ts'

export interface Found {
  /** As it is said, in lower case and without its parameters. */
  readonly type: string
  /** The `Link` headers, one after the other. */
  readonly link: string
  readonly body: Buffer
}

/** What an address has instead of a document that is taken. */
export type Unfit = 'moved' | 'not-there' | 'packed' | 'too-large'

const maxHeaderBytes = 8 * 1024

/**
 * Gets what is at one of these addresses, whatever the name in the URL leads to by now; follows no redirect.
 *
 * @returns why not for anything but a 200 of `maxBytes` at most, sent as it is.
 * @throws what went wrong before that, the end of `signal` and an answer that was cut off included.
 */
export function get(
  url: URL,
  addresses: readonly string[],
  accept: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Found | Unfit> {
  const { request, Agent } = url.protocol === 'https:' ? https : http
  return new Promise((done, fail) => {
    const call = request(url, {
      headers: { accept, 'accept-encoding': 'identity' },
      agent: new Agent({ autoSelectFamilyAttemptTimeout: attemptMs }),
      lookup: pinned(addresses),
      maxHeaderSize: maxHeaderBytes,
      signal,
    })
    call.on('error', fail)
    // No call keeps a server from ending.
    call.on('socket', (socket) => socket.unref())
    call.on('response', (answer) => {
      const { 'content-type': said = '', 'content-encoding': encoding = 'identity', link } = answer.headers
      const type = said.split(';')[0]?.trim().toLowerCase() ?? ''
      const chunks: Buffer[] = []
      let left = maxBytes
      const end = (found: Found | Unfit) => {
        done(found)
        call.destroy()
      }
      const { statusCode = 0 } = answer
      if (statusCode !== 200) return end(statusCode >= 300 && statusCode < 400 ? 'moved' : 'not-there')
      if (encoding !== 'identity') return end('packed')
      answer.on('data', (chunk: Buffer) => {
        left -= chunk.length
        if (left < 0) end('too-large')
        else chunks.push(chunk)
      })
      answer.on('error', fail)
      answer.on('end', () => {
        // What is cut off is not taken for the whole.
        if (!answer.complete) return fail(new Error('cut off'))
        end({ type, link: [link ?? []].flat().join(','), body: Buffer.concat(chunks) })
      })
    })
    call.end()
  })
}
