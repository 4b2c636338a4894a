import {
  AccessMode,
  type Authorizer,
  type CredentialsExtractor,
  generateChannel,
  guardStream,
  IdentifierSetMultiMap,
  type InteractionRoute,
  type NotificationGenerator,
  type NotificationSerializer,
  OkResponseDescription,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type PermissionReader,
  RepresentationMetadata,
  type ResponseDescription,
  readableToString,
  type StreamingHttpMap,
} from '@solid/community-server'
import { subscriberOf } from './ChannelAccess.ts'
import type { ChannelEnds } from './ChannelEnds.ts'
import { ListeningStream } from './ListeningStream.ts'
import { StreamPlaces } from './StreamPlaces.ts'

export interface StreamSubscriberArgs {
  readonly streamMap: StreamingHttpMap
  readonly route: InteractionRoute
  readonly generator: NotificationGenerator
  readonly serializer: NotificationSerializer
  readonly credentialsExtractor: CredentialsExtractor
  readonly permissionReader: PermissionReader
  readonly authorizer: Authorizer
  readonly ends: ChannelEnds
  readonly baseUrl: string
}

/** Opens a stream of notifications to whoever may read the topic, as the stock handler does, and keeps who that is. */
export class StreamSubscriber extends OperationHttpHandler {
  private readonly args: StreamSubscriberArgs
  private readonly places: StreamPlaces

  constructor(args: StreamSubscriberArgs) {
    super()
    this.args = args
    this.places = new StreamPlaces(args.baseUrl)
  }

  override async handle({ operation, request }: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { streamMap, route, credentialsExtractor, permissionReader, authorizer } = this.args
    const path = decodeURIComponent(operation.target.path.slice(route.getPath().length))
    const credentials = await credentialsExtractor.handleSafe(request)
    const requestedModes = new IdentifierSetMultiMap([[{ path }, AccessMode.read]])
    const availablePermissions = await permissionReader.handleSafe({ credentials, requestedModes })
    await authorizer.handleSafe({ credentials, requestedModes, availablePermissions })

    const giveBack = this.places.take(path, subscriberOf(credentials))
    const stream = guardStream(new ListeningStream(credentials))
    streamMap.add(path, stream)
    stream.on('close', () => {
      streamMap.deleteEntry(path, stream)
      giveBack()
    })
    await this.tellState(path, stream)
    this.args.ends.opened(path, stream)
    const type = generateChannel({ path }).accept ?? ''
    return new OkResponseDescription(new RepresentationMetadata(operation.target, type), stream)
  }

  /** What there is now: what changes from here on is told in its turn. */
  private async tellState(path: string, stream: ListeningStream): Promise<void> {
    const { generator, serializer } = this.args
    const channel = generateChannel({ path })
    try {
      const notification = await generator.handle({ channel, topic: { path } })
      const { data } = await serializer.handleSafe({ channel, notification })
      stream.write(await readableToString(data))
    } catch {
      // It is told of changes all the same.
    }
  }
}
