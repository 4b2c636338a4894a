import type { WebSocketMap } from '@solid/community-server'
import type { EngineChannels, Held } from '../storage/EngineChannels.ts'
import { PlacedChannels } from './PlacedChannels.ts'

/** Time to connect, or to come back after a connection was lost. */
const graceMs = 60_000

/** WebSocket channels. One that nobody listens to gives its place to another: a page that is closed closes none. */
export class WebSocketChannels extends PlacedChannels {
  private readonly sockets: WebSocketMap

  constructor(source: EngineChannels, sockets: WebSocketMap, baseUrl: string) {
    super(source, { kind: 'sockets', ofOne: 32, ofStrangers: 64, ofNobody: 16 }, baseUrl)
    this.sockets = sockets
  }

  protected override givesWay({ id, since, isSocket }: Held): boolean {
    return isSocket && Date.now() - since > graceMs && (this.sockets.get(id)?.size ?? 0) === 0
  }
}
