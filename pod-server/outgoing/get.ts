import http, { type IncomingHttpHeaders } from 'node:http'
import https from 'node:https'
import { attemptMs, pinned } from './post.ts'

/** What was answered, whole. */
export interface Page {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Profiles and Client ID documents have a few thousand. */
const maxBytes = 64 * 1024
const maxHeaderBytes = 8 * 1024

/**
 * Gets a small document from one of these addresses, whatever the name in the URL leads to by now; follows no redirect.
 *
 * @returns undefined for one that is too large.
 * @throws what went wrong before it was there, the end of `signal` included.
 */
export function get(
  url: URL,
  addresses: readonly string[],
  accept: string,
  signal: AbortSignal,
): Promise<Page | undefined> {
  const { request, Agent } = url.protocol === 'https:' ? https : http
  return new Promise((done, fail) => {
    const call = request(url, {
      headers: { accept },
      agent: new Agent({ autoSelectFamilyAttemptTimeout: attemptMs }),
      lookup: pinned(addresses),
      maxHeaderSize: maxHeaderBytes,
      signal,
    })
    call.on('error', fail)
    // No call keeps a server from ending.
    call.on('socket', (socket) => socket.unref())
    call.on('response', (answer) => {
      const chunks: Buffer[] = []
      let left = maxBytes
      answer.on('error', fail)
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        left -= chunk.length
        if (left < 0) {
          done(undefined)
          answer.destroy()
        }
      })
      answer.on('end', () => {
        const { statusCode: status = 0, headers } = answer
        done({ status, headers, body: Buffer.concat(chunks).toString('utf8') })
      })
    })
    call.end()
  })
}
