import type { Grants } from '../../shared/pod/grants.ts'
import type { Space } from '../space.ts'
import { Channel } from './channel.ts'
import { socketService } from './service.ts'
import { outermost, type Topics, topicsOf } from './topics.ts'

/** What comes within this many milliseconds is looked at together. */
const togetherMs = 100

/** Keeps a space as its server has it, while the page is looked at. */
export class Live {
  private readonly space: Space
  private readonly channels = new Map<string, Channel>()
  private readonly services = new Map<string, Promise<string | undefined>>()
  private readonly changed = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(space: Space) {
    this.space = space
    document.addEventListener('visibilitychange', () => this.listen())
  }

  /** Listens to what there is now; to nothing when nobody is in, or nobody looks. */
  async listen(): Promise<void> {
    const { partners = [], grants, session } = this.space
    const topics: Topics = this.isAttentive ? topicsOf(partners, writable(grants)) : new Map()
    for (const [topic, channel] of this.channels) {
      if (topics.has(topic)) continue
      channel.close()
      // One that is looked away from is taken up again as it is.
      if (this.isAttentive || session?.state !== 'in') this.channels.delete(topic)
    }
    for (const [topic, container] of topics) {
      const pod = grants?.pods.find((it) => topic.startsWith(it))
      const channel = this.channels.get(topic) ?? (pod && (await this.channel(pod, topic, container)))
      // Much may have happened in the meantime.
      if (!channel || !this.isAttentive) continue
      this.channels.set(topic, channel)
      channel.open()
    }
  }

  private get isAttentive(): boolean {
    return document.visibilityState === 'visible' && this.space.session?.state === 'in'
  }

  private async channel(pod: string, topic: string, container: string): Promise<Channel | undefined> {
    const service = await this.serviceOf(pod)
    const fetch = this.space.session?.fetch
    // Somebody else may have been here in the meantime.
    const known = this.channels.get(topic)
    if (known || !service || !fetch) return known
    return new Channel(topic, { service, fetch, changed: () => this.look(container) })
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

  private look(container: string): void {
    this.changed.add(container)
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      const containers = outermost(this.changed)
      this.changed.clear()
      void this.space.relist(containers)
    }, togetherMs)
  }
}

const writable = (grants: Grants | undefined): string[] =>
  (grants?.grants ?? []).flatMap(({ kind, containers }) => (kind === 'partner' ? containers : []))
