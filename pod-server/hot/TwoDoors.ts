import { HttpHandler, type HttpHandlerInput } from '@solid/community-server'
import type { HotTokens } from '../tokens/HotTokens.ts'
import type { HotWrites } from './HotWrites.ts'
import { preflightHead } from './preflight.ts'

/** Two doors, one house: the short way of writes and tokens (`FirstDoor` has that of reads), CSS for everything else. */
export class TwoDoors extends HttpHandler {
  private readonly writes: HotWrites
  private readonly tokens: HotTokens
  private readonly source: HttpHandler

  constructor(writes: HotWrites, tokens: HotTokens, source: HttpHandler) {
    super()
    this.writes = writes
    this.tokens = tokens
    this.source = source
  }

  override async handle(input: HttpHandlerInput): Promise<void> {
    const { request, response } = input
    const preflight = preflightHead(request)
    if (preflight) {
      response.writeHead(204, preflight).end()
      return
    }
    if (await this.tokens.handle(request, response)) return
    const left = await this.writes.handle(request, response)
    if (left) await this.source.handleSafe({ request: left, response })
  }
}
