import { AS, BaseActivityEmitter, RepresentationMetadata, SOLID_AS } from '@solid/community-server'
import { DataFactory } from 'n3'
import type { PodEngine } from '../engine/PodEngine.ts'
import { readNotice } from './notice.ts'

/** Tells CSS's notifications of each commit, of this server or of another one on the same engine. */
export class CommitFeed extends BaseActivityEmitter {
  constructor(engine: PodEngine) {
    super()
    engine.subscribe((text) => {
      const { url, activity, object } = readNotice(text)
      const metadata = new RepresentationMetadata(
        { path: url },
        { [SOLID_AS.activity]: DataFactory.namedNode(activity) },
      )
      if (object !== undefined) metadata.add(AS.terms.object, DataFactory.namedNode(object))
      this.emit('changed', { path: url }, DataFactory.namedNode(activity) as never, metadata)
    })
  }
}
