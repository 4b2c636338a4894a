import type { Space } from '../space.ts'
import { changedBelow } from './changed-below.ts'
import { Channel } from './channel.ts'
import { socketService } from './service.ts'

/** Milliseconds between two looks: what comes meanwhile is looked at together. */
const restMs = 100

/**
 * Keeps a space as its server has it, while the page is looked at: of each pod one channel, as a container tells of
 * whatever changes below it.
 */
export class Live {
  private readonly space: Space
  private readonly channels = new Map<string, Channel>()
  private readonly services = new Map<string, Promise<string | undefined>>()
  private readonly changed = new Set<string>()
  private readonly moments = new Map<string, string>()
  private isLooking = false

  constructor(space: Space) {
    this.space = space
    document.addEventListener('visibilitychange', () => this.listen())
  }

  /** Listens to what there is now; to nothing when nobody is in, or nobody looks. */
  async listen(): Promise<void> {
    const { grants, session } = this.space
    const pods = new Map((this.isAttentive ? (grants?.pods ?? []) : []).map((pod) => [`${pod}data/`, pod]))
    for (const [topic, channel] of this.channels) {
      if (pods.has(topic)) continue
      channel.close()
      // One that is looked away from is taken up again as it is.
      if (this.isAttentive || session?.state !== 'in') this.channels.delete(topic)
    }
    for (const [topic, pod] of pods) {
      const channel = this.channels.get(topic) ?? (await this.channel(pod, topic))
      // Much may have happened in the meantime.
      if (!channel || !this.isAttentive) continue
      this.channels.set(topic, channel)
      channel.open()
    }
  }

  private get isAttentive(): boolean {
    return document.visibilityState === 'visible' && this.space.session?.state === 'in'
  }

  private async channel(pod: string, topic: string): Promise<Channel | undefined> {
    const service = await this.serviceOf(pod)
    const fetch = this.space.session?.fetch
    // Somebody else may have been here in the meantime.
    const known = this.channels.get(topic)
    if (known || !service || !fetch) return known
    return new Channel(topic, {
      service,
      fetch,
      opened: () => {
        this.moments.clear()
        this.look(topic)
      },
      changed: () => this.look(topic),
    })
  }

  private serviceOf(pod: string): Promise<string | undefined> {
    const known = this.services.get(pod)
    if (known !== undefined) return known
    const { reader } = this.space
    const url = `${pod}.well-known/solid`
    const found = reader
      .turtle(url)
      .then((turtle) => reader.parse(url, turtle))
      .then(socketService)
      .catch(() => {
        this.services.delete(pod)
        return undefined
      })
    this.services.set(pod, found)
    return found
  }

  private look(topic: string): void {
    this.changed.add(topic)
    if (!this.isLooking) void this.lookOn()
  }

  /** At once, as the first is waited for; then as long as more has come. */
  private async lookOn(): Promise<void> {
    this.isLooking = true
    try {
      while (this.changed.size > 0) {
        const topics = [...this.changed]
        this.changed.clear()
        await this.lookAt(topics)
        await new Promise((done) => setTimeout(done, restMs))
      }
    } finally {
      this.isLooking = false
    }
  }

  private async lookAt(topics: readonly string[]): Promise<void> {
    const { documents, reader } = this.space
    const known = { documents, moments: this.moments }
    const found = await Promise.all(topics.map((topic) => changedBelow(topic, reader.list, known)))
    const containers = found.flat()
    // What holds several sources is bounded for each of them, which is how all is read.
    const isWide = containers.some((it) =>
      topics.some((topic) => it.startsWith(topic) && it.slice(topic.length).split('/').length < 3),
    )
    if (isWide) await this.space.refresh()
    else if (containers.length > 0) await this.space.relist(containers)
  }
}
