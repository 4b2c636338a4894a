import {
  HttpError,
  type NotificationChannel,
  type NotificationChannelStorage,
  type ResourceIdentifier,
} from '@solid/community-server'
import { sameIssuer } from '../access/decide.ts'
import { isConflict } from '../engine/errors.ts'
import { podOf } from '../engine/path.ts'
import { faultSentences } from '../outgoing/callable.ts'
import type { OutgoingCaller } from '../outgoing/OutgoingCaller.ts'
import { Addresses } from '../storage/Addresses.ts'
import type { EngineChannels } from '../storage/EngineChannels.ts'
import type { SubscribedChannel } from './ChannelAccess.ts'

/** In a pod: of a WebID that has its account here; all of an operator's apps at once. */
const mostOfOne = 32
/** In a pod: of everybody else together. Whoever has an issuer of their own has as many WebIDs as they want. */
const mostOfOthers = 128

/** Webhook channels: to addresses that can be called alone, and so many that nobody makes of this server a flood. */
export class WebhookChannels implements NotificationChannelStorage {
  private readonly source: EngineChannels
  private readonly caller: OutgoingCaller
  private readonly baseUrl: string
  private readonly addresses: Addresses

  constructor(source: EngineChannels, caller: OutgoingCaller, baseUrl: string) {
    this.source = source
    this.caller = caller
    this.baseUrl = baseUrl
    this.addresses = new Addresses(baseUrl)
  }

  get(id: string): Promise<NotificationChannel | undefined> {
    return this.source.get(id)
  }

  getAll(topic: ResourceIdentifier): Promise<string[]> {
    return this.source.getAll(topic)
  }

  /** @throws HttpError 400 for an address that cannot be called, 403 `too-many-channels`. */
  async add(channel: SubscribedChannel): Promise<void> {
    const fault = await this.caller.faultOf(channel.sendTo ?? '')
    if (fault) throw refusal(400, fault, faultSentences[fault])
    const [holder, most] = this.holder(channel)
    const taken = await this.source.taken(holder)
    for (let number = 0; number < most; number++) {
      if (taken.has(number)) continue
      try {
        return await this.source.add(channel, { holder, number })
      } catch (error) {
        // Somebody has just taken that place.
        if (!isConflict(error)) throw error
      }
    }
    throw refusal(403, 'too-many-channels', {
      fr: `Il y a déjà ${most} canaux de ce genre : fermez-en un, ou attendez la fin de l’un d’eux.`,
      en: `There are ${most} channels of this kind already: close one, or wait for one to end.`,
    })
  }

  update(channel: NotificationChannel): Promise<void> {
    return this.source.update(channel)
  }

  delete(id: string): Promise<boolean> {
    return this.source.delete(id)
  }

  private holder({ topic, subscriber = {} }: SubscribedChannel): [string, number] {
    const pod = podOf(this.addresses.path(topic))
    const { webId, issuer } = subscriber
    return webId !== undefined && issuer !== undefined && sameIssuer(issuer, this.baseUrl)
      ? [`webhooks ${pod} ${webId}`, mostOfOne]
      : [`webhooks ${pod}`, mostOfOthers]
  }
}

const refusal = (status: number, errorCode: string, { fr, en }: { fr: string; en: string }): HttpError =>
  new HttpError(status, 'RefusedChannel', `${fr} / ${en}`, { errorCode })
