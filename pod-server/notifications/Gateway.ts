import {
  BasicRepresentation,
  OkResponseDescription,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type ResponseDescription,
} from '@solid/community-server'
import { gatewaySocketsPath } from './gateway-paths.ts'
import { readAsked } from './read-asked.ts'
import { refusedChannel } from './refused-channel.ts'

const protocol = 'ws'

/** Agrees with a client on WebSockets, the one protocol that it has, and on no feature; anybody may ask. */
export class Gateway extends OperationHttpHandler {
  private readonly endpoint: string

  constructor(baseUrl: string) {
    super()
    this.endpoint = `${baseUrl}${gatewaySocketsPath}`
  }

  /** @throws HttpError 422 `no-common-protocol`, and as `readAsked`. */
  override async handle({ operation }: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { protocols } = await readAsked(operation)
    if (!Array.isArray(protocols) || !protocols.includes(protocol)) throw noCommonProtocol()
    const agreed = JSON.stringify({ endpoint: this.endpoint, protocol, features: [] })
    const { metadata, data } = new BasicRepresentation(agreed, 'application/json')
    return new OkResponseDescription(metadata, data)
  }
}

const noCommonProtocol = () =>
  refusedChannel(422, 'no-common-protocol', {
    fr: `Parmi « protocols », il n’y a pas « ${protocol} », le seul de ce portail.`,
    en: `"protocols" does not hold "${protocol}", the only one of this gateway.`,
  })
