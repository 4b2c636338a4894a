import type {
  AccessMap,
  Credentials,
  NotificationChannel,
  NotificationChannelType,
  SubscriptionService,
} from '@solid/community-server'
import type { Store } from 'n3'
import { type SubscribedChannel, subscriberOf } from './ChannelAccess.ts'

/** A type of channels that keep who subscribed, and tell nobody. */
export class SubscribedType implements NotificationChannelType {
  private readonly source: NotificationChannelType

  constructor(source: NotificationChannelType) {
    this.source = source
  }

  getDescription(): SubscriptionService {
    return this.source.getDescription()
  }

  async initChannel(data: Store, credentials: Credentials): Promise<SubscribedChannel> {
    const channel = await this.source.initChannel(data, credentials)
    return { ...channel, subscriber: subscriberOf(credentials) }
  }

  toJsonLd(channel: SubscribedChannel): Promise<Record<string, unknown>> {
    const { subscriber: _, ...told } = channel
    return this.source.toJsonLd(told)
  }

  extractModes(channel: NotificationChannel): Promise<AccessMap> {
    return this.source.extractModes(channel)
  }

  completeChannel(channel: NotificationChannel): Promise<void> {
    return this.source.completeChannel(channel)
  }
}
