import { Graph, type Statement } from '#vocab/graph'

const notify = 'http://www.w3.org/ns/solid/notifications#'
export const socketType = `${notify}WebSocketChannel2023`

/** Where a storage's description says that WebSocket channels are asked for (Solid Notifications Protocol §2.1). Pure. */
export function socketService(statements: readonly Statement[]): string | undefined {
  const graph = new Graph(statements)
  return [...graph.iris()].find(
    (iri) =>
      /^https?:/.test(iri) &&
      graph
        .node(iri)
        .values(`${notify}channelType`)
        .some(({ value }) => value === socketType),
  )
}

/** What asks for a channel (§2.2). */
export const subscription = (topic: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/ld+json', accept: 'application/ld+json' },
  body: JSON.stringify({
    '@context': ['https://www.w3.org/ns/solid/notification/v1'],
    type: socketType,
    topic,
  }),
})

/** The address of the socket that was given; undefined where it is none. */
export function socketOf(answer: unknown): string | undefined {
  const { receiveFrom } = (answer ?? {}) as { receiveFrom?: unknown }
  return typeof receiveFrom === 'string' && /^wss?:\/\//.test(receiveFrom) ? receiveFrom : undefined
}
