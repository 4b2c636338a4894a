import type { HttpError } from '@solid/community-server'
import type { Subscriber } from './ChannelAccess.ts'
import { refusedChannel, tooManyChannels } from './refused-channel.ts'
import { type Holder, holdersOf } from './shares.ts'

const shares = { kind: 'streams', ofOne: 32, ofStrangers: 64, ofNobody: 16 }
/** A stream holds a connection, and is told of each change. */
const mostInAll = 1024

/** Streams that are open at once. */
export class StreamPlaces {
  private readonly baseUrl: string
  private readonly held = new Map<string, number>()
  private count = 0

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl
  }

  /** Takes a place. @returns what gives it back. @throws HttpError 429 `too-many-channels`, 503 `too-many-streams`. */
  take(topic: string, subscriber: Subscriber): () => void {
    const holders = holdersOf(topic, subscriber, shares, this.baseUrl)
    const full = holders.find(({ name, most }) => (this.held.get(name) ?? 0) >= most)
    if (full) throw tooManyChannels(429, full.most)
    if (this.count >= mostInAll) throw serverFull()
    this.add(holders, 1)
    let isHeld = true
    return () => {
      if (isHeld) this.add(holders, -1)
      isHeld = false
    }
  }

  private add(holders: readonly Holder[], count: 1 | -1): void {
    this.count += count
    for (const { name } of holders) {
      const left = (this.held.get(name) ?? 0) + count
      if (left === 0) this.held.delete(name)
      else this.held.set(name, left)
    }
  }
}

const serverFull = (): HttpError =>
  refusedChannel(503, 'too-many-streams', {
    fr: 'Le serveur a autant de flux ouverts qu’il peut en tenir : réessayez plus tard, ou demandez un canal WebSocket.',
    en: 'The server has as many streams open as it can hold: try again later, or ask for a WebSocket channel.',
  })
