import { PassThrough } from 'node:stream'
import type { Credentials } from '@solid/community-server'

/** A stream of notifications that is open, and knows who reads it. */
export class ListeningStream extends PassThrough {
  readonly credentials: Credentials

  constructor(credentials: Credentials) {
    super()
    this.credentials = credentials
  }
}
