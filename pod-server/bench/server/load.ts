import { Agent, request } from 'node:http'

/** A request that is ready to go. */
export interface Ready {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface Load {
  /** Seconds. */
  readonly time: number
  /** Milliseconds of each, in order. */
  readonly latencies: readonly number[]
  /** Answers that were not what they should be, by status. */
  readonly errors: Readonly<Record<number, number>>
}

/** Sends all of the requests over so many kept connections, the next of a connection when the last was answered. */
export async function load(requests: readonly Ready[], connections: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const errors: Record<number, number> = {}
  let next = 0
  const start = performance.now()
  const one = async (): Promise<void> => {
    for (let ready = requests[next++]; ready; ready = requests[next++]) {
      const from = performance.now()
      const status = await send(ready, agent)
      latencies.push(performance.now() - from)
      if (status >= 300) errors[status] = (errors[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return {
    time: (performance.now() - start) / 1000,
    latencies: latencies.sort((one, other) => one - other),
    errors,
  }
}

function send({ method, url, headers, body }: Ready, agent: Agent): Promise<number> {
  return new Promise((done, fail) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
      response.on('end', () => done(response.statusCode ?? 0)).on('error', fail)
      response.resume()
    })
    sent.on('error', fail)
    sent.end(body)
  })
}
