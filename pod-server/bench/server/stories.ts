import type { Load, Ready } from './load.ts'

export interface Answer {
  readonly status: number
  readonly body: string
}

/** Requests of which one needs what another was answered. @returns the status of the last. */
export type Story = (ask: (ready: Ready) => Promise<Answer>) => Promise<number>

/** Lives through all of them, so many at a time: they take the server long, and Node's own client is quick enough. */
export async function live(stories: readonly Story[], atOnce: number): Promise<Load> {
  const latencies: number[] = []
  const errors: Record<number, number> = {}
  let next = 0
  const start = performance.now()
  const one = async (): Promise<void> => {
    for (let story = stories[next++]; story; story = stories[next++]) {
      const from = performance.now()
      const status = await story(ask)
      latencies.push(performance.now() - from)
      if (status >= 300) errors[status] = (errors[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  const time = (performance.now() - start) / 1000
  return { time, latencies: latencies.sort((first, second) => first - second), errors }
}

async function ask({ method, url, headers, body }: Ready): Promise<Answer> {
  const sent = body === undefined ? {} : { body: String(body) }
  const response = await fetch(url, { method, headers, ...sent })
  return { status: response.status, body: await response.text() }
}
