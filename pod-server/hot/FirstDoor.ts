import { EventEmitter } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { getLoggerFor, ServerConfigurator } from '@solid/community-server'
import type { RequestLimits } from '../limits/RequestLimits.ts'
import { refuseTooMany } from '../limits/too-many.ts'
import type { Settings } from '../settings.ts'
import type { HotReads } from './HotReads.ts'
import { inOrder } from './in-order.ts'

/**
 * Whoever asks too much is refused before anything is read; reads are answered before anything is made ready for CSS; what
 * they leave comes to it as it is.
 */
export class FirstDoor extends ServerConfigurator {
  private readonly logger = getLoggerFor(this)
  private readonly settings: Settings
  private readonly limits: RequestLimits
  private readonly reads: HotReads
  private readonly source: ServerConfigurator

  constructor(settings: Settings, limits: RequestLimits, reads: HotReads, source: ServerConfigurator) {
    super()
    this.settings = settings
    this.limits = limits
    this.reads = reads
    this.source = source
  }

  override async handle(server: Server): Promise<void> {
    const behind = new EventEmitter()
    await this.source.handleSafe(behind as Server)
    const handle = (request: IncomingMessage, response: ServerResponse) => {
      const wait = this.limits.ofAddress(request)
      if (wait > 0) return refuseTooMany(request, response, wait, this.settings)
      const settle = (answered: boolean) => answered || behind.emit('request', request, response)
      const failed = (error: Error) => {
        // Of what is half sent nothing more can be said.
        this.logger.error(`Read failed: ${error.message}`)
        response.destroy()
      }
      try {
        const answered = this.reads.handle(request, response)
        if (answered instanceof Promise) answered.then(settle).catch(failed)
        else settle(answered)
      } catch (error) {
        failed(error as Error)
      }
    }
    server.on('request', inOrder(handle))
  }
}
