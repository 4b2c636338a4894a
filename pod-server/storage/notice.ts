/** What is told of a change, to all servers of an engine: what happened to which resource. */
export interface Notice {
  readonly url: string
  /** An IRI of Activity Streams. */
  readonly activity: string
  /** What was added to a container, or removed from it. */
  readonly object?: string | undefined
}

export const writeNotice = (notice: Notice): string => JSON.stringify(notice)

export const readNotice = (text: string): Notice => JSON.parse(text) as Notice
