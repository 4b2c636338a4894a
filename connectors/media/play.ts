/** One play, as a streaming service tells it. */
export interface PlayRow {
  readonly kind: 'music' | 'podcast' | 'audiobook'
  /** The UTC instant of its end, to the minute or the second, as the file says it. */
  readonly at: string
  /** The local day of that instant, in Paris. */
  readonly day: string
  readonly ms: number
  /** Artist, podcast or book; empty where the file has no name. */
  readonly creator: string
  readonly title: string
  /** Played in a private session: never written. */
  readonly isPrivate: boolean
  /** Among plays that say the same, from 1. */
  readonly rank: number
  readonly line: number | undefined
}
