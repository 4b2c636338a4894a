import { HttpHandler, type HttpHandlerInput } from '@solid/community-server'

/**
 * Refuses what its source refuses, behind the headers that every answer has: an app on a page of another origin reads why,
 * and is told beforehand that it may ask.
 */
export class ReadableRefusals extends HttpHandler {
  private readonly source: HttpHandler
  private readonly headers: HttpHandler

  constructor(source: HttpHandler, headers: HttpHandler) {
    super()
    this.source = source
    this.headers = headers
  }

  override async canHandle(input: HttpHandlerInput): Promise<void> {
    await this.source.canHandle(input)
  }

  override async handle(input: HttpHandlerInput): Promise<void> {
    // CSS's answer to who only asks beforehand is the end of it: nothing comes after.
    await this.headers.handleSafe(input)
    await this.source.handleSafe(input)
  }
}
