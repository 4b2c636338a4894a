import { request } from 'node:http'
import { type Client, proof, token } from '../bench/server/dpop.ts'
import type { TestPod } from './test-pod.ts'

export interface Slow {
  /** Sends the rest. @returns the status. */
  finish(): Promise<number>
  leave(): void
}

/** Sends a head and one byte, and returns once the server has answered somebody else after that. */
export async function slowly(
  { baseUrl }: Pick<TestPod, 'baseUrl'>,
  client: Client,
  method: string,
  address: string,
  headers: Record<string, string>,
  body: string,
): Promise<Slow> {
  const access = await token(baseUrl, client)
  const call = request(address, {
    method,
    headers: {
      ...headers,
      authorization: `DPoP ${access}`,
      dpop: proof(method, address, access),
      'content-length': Buffer.byteLength(body),
    },
  })
  const status = new Promise<number>((done, fail) => {
    call.on('response', (response) => done(response.resume().statusCode ?? 0))
    call.on('error', fail)
  })
  status.catch(() => undefined)
  await new Promise((sent) => call.write(body.slice(0, 1), sent))
  await fetch(baseUrl)
  return {
    finish: () => {
      call.end(body.slice(1))
      return status
    },
    leave: () => call.destroy(),
  }
}
