import { AsyncResource } from 'node:async_hooks'
import type { StreamingHttpMap, WebSocketMap } from '@solid/community-server'
import type { Access } from '../access/Access.ts'
import type { CompiledAcls } from '../access/CompiledAcls.ts'
import { podOf } from '../engine/path.ts'
import { Addresses } from '../storage/Addresses.ts'
import type { EngineChannels } from '../storage/EngineChannels.ts'
import type { ChannelAccess, SubscribedChannel } from './ChannelAccess.ts'
import { Ends } from './Ends.ts'
import { endSocket } from './end-socket.ts'
import { ListeningStream } from './ListeningStream.ts'

export interface ChannelEndsArgs {
  readonly channels: EngineChannels
  readonly access: ChannelAccess
  readonly rules: Access
  readonly acls: CompiledAcls
  readonly sockets: WebSocketMap
  readonly streams: StreamingHttpMap
  readonly baseUrl: string
}

/**
 * A channel ends with the grant that it was opened by, while nobody writes to its topic too: the channels of a pod are
 * looked at when its rules change, or groups that they name, and when the next of its grants is over.
 */
export class ChannelEnds {
  private readonly args: ChannelEndsArgs
  private readonly addresses: Addresses
  private readonly ends: Ends
  /** Pods that are being looked at; whether they are to be once more. */
  private readonly looking = new Map<string, boolean>()
  /** What follows from a commit, or a request, is no part of it. */
  private readonly apart: <T>(work: () => T) => T

  constructor(args: ChannelEndsArgs) {
    this.args = args
    this.addresses = new Addresses(args.baseUrl)
    const resource = new AsyncResource('ChannelEnds')
    this.apart = (work) => resource.runInAsyncScope(work)
    this.ends = new Ends((pod) => this.aside(() => this.lookAtPod(pod)))
    args.acls.watch((pod) => this.aside(() => this.lookAtPod(pod)))
    args.access.whenRefused((channel) => this.aside(() => this.look(channel)))
    args.channels.watch((ids) => this.aside(() => this.lookAt(ids)))
    this.aside(() => this.begin())
  }

  /** A stream that has just been opened: the rules may have changed since that was decided. */
  opened(topic: string, stream: ListeningStream): void {
    this.aside(() => this.lookAtStream(topic, stream))
  }

  /** What fails is decided again for each message all the same. */
  private aside(work: () => Promise<void>): void {
    void this.apart(work).catch(() => undefined)
  }

  /** What was kept when the server last ended. */
  private async begin(): Promise<void> {
    for (const pod of await this.args.channels.pods()) await this.lookAtPod(pod)
  }

  private async lookAt(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const channel = await this.args.channels.get(id)
      if (channel) await this.look(channel)
      else this.endSockets(id)
    }
  }

  private async look(channel: SubscribedChannel): Promise<void> {
    const { id, topic } = channel
    if (!(await this.args.access.hasEnded(channel))) return this.noteEnd(topic)
    this.endSockets(id)
    await this.args.channels.delete(id)
  }

  /** One at a time for each pod: rules that change while it goes on are looked at once more at its end. */
  private async lookAtPod(pod: string): Promise<void> {
    if (this.looking.has(pod)) {
      this.looking.set(pod, true)
      return
    }
    try {
      do {
        this.looking.set(pod, false)
        await this.lookOnce(pod)
      } while (this.looking.get(pod) === true)
    } finally {
      this.looking.delete(pod)
    }
  }

  private async lookOnce(pod: string): Promise<void> {
    const { channels, streams } = this.args
    for (const channel of await channels.inPod(pod)) await this.look(channel)
    for (const [topic, stream] of [...streams]) {
      if (podOf(this.addresses.path(topic)) !== pod || !(stream instanceof ListeningStream)) continue
      await this.lookAtStream(topic, stream)
    }
  }

  private async lookAtStream(topic: string, stream: ListeningStream): Promise<void> {
    if (!(await this.args.access.isOver(stream.credentials, topic))) return this.noteEnd(topic)
    this.args.streams.deleteEntry(topic, stream)
    stream.end()
  }

  private async noteEnd(topic: string): Promise<void> {
    this.ends.note(podOf(this.addresses.path(topic)), await this.args.rules.nextEnd(topic))
  }

  private endSockets(id: string): void {
    for (const socket of [...(this.args.sockets.get(id) ?? [])]) {
      this.args.sockets.deleteEntry(id, socket)
      endSocket(socket)
    }
  }
}
