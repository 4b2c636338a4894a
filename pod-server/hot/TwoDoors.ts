import { HttpHandler, type HttpHandlerInput } from '@solid/community-server'
import type { HotWrites } from './HotWrites.ts'
import { preflightHead } from './preflight.ts'

/** Two doors, one house: the short way of writes (`FirstDoor` has that of reads), CSS for everything else. */
export class TwoDoors extends HttpHandler {
  private readonly writes: HotWrites
  private readonly source: HttpHandler

  constructor(writes: HotWrites, source: HttpHandler) {
    super()
    this.writes = writes
    this.source = source
  }

  override async handle(input: HttpHandlerInput): Promise<void> {
    const { request, response } = input
    const preflight = preflightHead(request)
    if (preflight) {
      response.writeHead(204, preflight).end()
      return
    }
    const left = await this.writes.handle(request, response)
    if (left) await this.source.handleSafe({ request: left, response })
  }
}
