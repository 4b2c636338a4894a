import { AsyncResource } from 'node:async_hooks'
import { AS, BaseActivityEmitter, RepresentationMetadata, SOLID_AS } from '@solid/community-server'
import { DataFactory, type NamedNode } from 'n3'
import type { PodEngine } from '../engine/PodEngine.ts'
import { type Notice, readNotice } from './notice.ts'

/** Of what a container tells of something below it: what that is, each once. Never leaves the server. */
export const BELOW = DataFactory.namedNode('urn:traboule:below')

/** Milliseconds in which what changes below a container is told by it together. */
const togetherMs = 100

/**
 * Tells CSS's notifications of each commit, of this server or of another one on the same engine. What follows from it is
 * no part of the writer's request: it is decided, and read, by itself. Each container above what changed has a new state
 * too, as it says when what it holds has changed (Solid §4.2.1): it is told as well, which the stock server does not; a
 * few together, as each is read and decided for every channel, and whoever writes much would wait for those who listen.
 */
export class CommitFeed extends BaseActivityEmitter {
  /** What has changed below each container since it was last told. */
  private below = new Map<string, Set<string>>()
  private timer: NodeJS.Timeout | undefined

  constructor(engine: PodEngine) {
    super()
    engine.subscribe(AsyncResource.bind((text: string) => this.tellAll(readNotice(text))))
  }

  private tellAll({ url, activity, object }: Notice): void {
    const told = activityOf(url, activity)
    if (object !== undefined) told.add(AS.terms.object, DataFactory.namedNode(object))
    this.tell(url, activity, told)
    if (activity === AS.Add || activity === AS.Remove) return
    const [parent, ...others] = containersAbove(url)
    // What has come or gone its own container has told already.
    const untold = activity === AS.Update && parent !== undefined ? [parent, ...others] : others
    for (const container of untold) {
      const known = this.below.get(container) ?? new Set()
      this.below.set(container, known.add(url))
    }
    if (untold.length > 0) this.timer ??= setTimeout(() => this.tellAbove(), togetherMs).unref()
  }

  private tellAbove(): void {
    const { below } = this
    this.below = new Map()
    this.timer = undefined
    for (const [container, urls] of below) {
      const told = activityOf(container, AS.Update).add(
        BELOW,
        [...urls].map((url) => DataFactory.namedNode(url)),
      )
      this.tell(container, AS.Update, told)
    }
  }

  private tell(path: string, activity: string, metadata: RepresentationMetadata): void {
    this.emit('changed', { path }, DataFactory.namedNode(activity) as NamedNode<never>, metadata)
  }
}

const activityOf = (path: string, activity: string): RepresentationMetadata =>
  new RepresentationMetadata({ path }, { [SOLID_AS.activity]: DataFactory.namedNode(activity) })

/** The nearest first, up to the pod. */
function containersAbove(url: string): string[] {
  const found: string[] = []
  const root = url.indexOf('/', url.indexOf('//') + 2)
  for (let end = url.lastIndexOf('/', url.length - 2); end > root; end = url.lastIndexOf('/', end - 1))
    found.push(url.slice(0, end + 1))
  return found
}
