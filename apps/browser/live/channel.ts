import type { Fetch } from '../../shared/pod/get.ts'
import { type Lost, patience } from './patience.ts'
import { socketOf, subscription } from './service.ts'

/** What a channel needs of the page. */
export interface Means {
  readonly fetch: Fetch
  /** Where channels are asked for. */
  readonly service: string
  /** Called when listening begins: nobody heard what came before. */
  readonly opened: () => void
  /** Called with each message. */
  readonly changed: () => void
}

/** Listens to one topic: one socket at most, and comes back when it is lost. */
export class Channel {
  private readonly topic: string
  private readonly means: Means
  private address: string | undefined
  private socket: WebSocket | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private tries = 0
  private isOpen = false

  constructor(topic: string, means: Means) {
    this.topic = topic
    this.means = means
  }

  open(): void {
    if (this.isOpen) return
    this.isOpen = true
    void this.connect()
  }

  /** The channel itself stays, for when the page is looked at again; its server ends it in time. */
  close(): void {
    this.isOpen = false
    clearTimeout(this.timer)
    this.socket?.close()
    this.socket = undefined
  }

  private async connect(): Promise<void> {
    try {
      this.address ??= await this.subscribe()
    } catch {
      return this.later('closed')
    }
    if (this.address === undefined || !this.isOpen || this.socket) return
    const socket = new WebSocket(this.address)
    this.socket = socket
    let wasOpen = false
    socket.onopen = () => {
      wasOpen = true
      this.tries = 0
      this.means.opened()
    }
    // What it says is not looked at: the pod itself is asked.
    socket.onmessage = () => this.means.changed()
    socket.onclose = () => {
      if (socket !== this.socket) return
      this.socket = undefined
      // An address that does not open, or that was closed as over, is asked for anew.
      if (!wasOpen) this.address = undefined
      this.later('closed')
    }
  }

  /** @returns undefined where it is refused, and asked for later. */
  private async subscribe(): Promise<string | undefined> {
    const answer = await this.means.fetch(this.means.service, subscription(this.topic))
    if (answer.ok) {
      const address = socketOf(await answer.json())
      if (address) return address
    }
    this.later('refused', Number(answer.headers.get('retry-after')) || 0)
    return undefined
  }

  private later(lost: Lost, retryAfter = 0): void {
    if (!this.isOpen) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.connect(), patience(this.tries, lost, Math.random(), retryAfter))
    this.tries += 1
  }
}
