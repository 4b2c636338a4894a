import { HttpHandler, type HttpHandlerInput } from '@solid/community-server'
import type { HotReads } from './HotReads.ts'
import type { HotWrites } from './HotWrites.ts'
import { preflightHead } from './preflight.ts'

/** Two doors, one house: the short way for what makes up nearly all traffic, CSS for everything else. */
export class TwoDoors extends HttpHandler {
  private readonly reads: HotReads
  private readonly writes: HotWrites
  private readonly source: HttpHandler

  constructor(reads: HotReads, writes: HotWrites, source: HttpHandler) {
    super()
    this.reads = reads
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
    if (await this.reads.handle(request, response)) return
    const left = await this.writes.handle(request, response)
    if (left) await this.source.handleSafe({ request: left, response })
  }
}
