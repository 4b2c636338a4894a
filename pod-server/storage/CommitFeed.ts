import { AsyncResource } from 'node:async_hooks'
import { AS, BaseActivityEmitter, RepresentationMetadata, SOLID_AS } from '@solid/community-server'
import { DataFactory } from 'n3'
import type { PodEngine } from '../engine/PodEngine.ts'
import { readNotice } from './notice.ts'

/**
 * Tells CSS's notifications of each commit, of this server or of another one on the same engine. What follows from it is
 * no part of the writer's request: it is decided, and read, by itself.
 */
export class CommitFeed extends BaseActivityEmitter {
  constructor(engine: PodEngine) {
    super()
    const tell = (text: string) => {
      const { url, activity, object } = readNotice(text)
      const metadata = new RepresentationMetadata(
        { path: url },
        { [SOLID_AS.activity]: DataFactory.namedNode(activity) },
      )
      if (object !== undefined) metadata.add(AS.terms.object, DataFactory.namedNode(object))
      this.emit('changed', { path: url }, DataFactory.namedNode(activity) as never, metadata)
    }
    engine.subscribe(AsyncResource.bind(tell))
  }
}
