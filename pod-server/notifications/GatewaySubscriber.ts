import {
  BasicRepresentation,
  OkResponseDescription,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type ResponseDescription,
  readableToString,
} from '@solid/community-server'
import { readAsked } from './read-asked.ts'
import { refusedChannel } from './refused-channel.ts'

/**
 * A topic by the gateway is a WebSocket channel as any other (WebSocketChannel2023): asked of who opens those, with the
 * same decision, limits and journal, and answered in the gateway's words.
 */
export class GatewaySubscriber extends OperationHttpHandler {
  private readonly source: OperationHttpHandler

  constructor(source: OperationHttpHandler) {
    super()
    this.source = source
  }

  /** @throws HttpError 422 `no-topic`, and as `readAsked` and the source. */
  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { topic } = await readAsked(input.operation)
    if (typeof topic !== 'string' || !URL.canParse(topic)) throw noTopic()
    const asked = JSON.stringify({
      '@context': 'https://www.w3.org/ns/solid/notification/v1',
      type: 'http://www.w3.org/ns/solid/notifications#WebSocketChannel2023',
      topic,
    })
    const body = new BasicRepresentation(asked, input.operation.target, 'application/ld+json')
    const opened = await this.source.handleSafe({ ...input, operation: { ...input.operation, body } })
    const { receiveFrom } = JSON.parse(opened.data ? await readableToString(opened.data) : '{}')
    const { metadata, data } = new BasicRepresentation(
      JSON.stringify({ endpoint: receiveFrom }),
      'application/json',
    )
    return new OkResponseDescription(metadata, data)
  }
}

const noTopic = () =>
  refusedChannel(422, 'no-topic', {
    fr: 'Il manque « topic » : l’adresse de ce que vous voulez suivre.',
    en: '"topic" is missing: the address of what you want to listen to.',
  })
