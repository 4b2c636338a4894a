import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { socketOf, socketService } from './service.ts'

const statements = (turtle: string) => new Parser({ baseIRI: 'https://pod.example/alice/' }).parse(turtle)
const notify = '@prefix notify: <http://www.w3.org/ns/solid/notifications#>.'

describe('where a server tells of changes', () => {
  it('is the service of WebSocket channels that its description names', () => {
    const said = `${notify} <> notify:subscription <https://pod.example/n/hook>, <https://pod.example/n/socket>.
      <https://pod.example/n/hook> notify:channelType notify:WebhookChannel2023.
      <https://pod.example/n/socket> notify:channelType notify:WebSocketChannel2023.`
    expect(socketService(statements(said))).toBe('https://pod.example/n/socket')
  })

  it('is nowhere where it names none', () => {
    expect(socketService(statements(`${notify} <> notify:subscription <n>.`))).toBeUndefined()
  })

  it('is a socket, and nothing else', () => {
    expect(socketOf({ receiveFrom: 'wss://pod.example/x' })).toBe('wss://pod.example/x')
    for (const answer of [undefined, null, {}, { receiveFrom: 'https://pod.example/x' }, { receiveFrom: 1 }])
      expect(socketOf(answer)).toBeUndefined()
  })
})
