import { Graph } from '#vocab/graph'
import { DCT, LDP, RDF } from '#vocab/namespaces'
import { statementsIn } from './statements-in.ts'

const size = 'http://www.w3.org/ns/posix/stat#size'
const mediaType = /^http:\/\/www\.w3\.org\/ns\/iana\/media-types\/([^#]+)#Resource$/

/** A child of a container, as the container describes it. */
export interface Entry {
  readonly url: string
  readonly isContainer: boolean
  /** UTC instant. */
  readonly modified?: string
  /** Bytes. */
  readonly size?: number
  /** Content type, `text/turtle`. */
  readonly type?: string
}

/**
 * What a container holds. A child must be a direct one by its address, whatever the listing claims.
 *
 * @throws Error for text that is not Turtle
 */
export function parseListing(turtle: string, container: string): Entry[] {
  const graph = new Graph(statementsIn(turtle, container))
  return graph
    .node(container)
    .values(`${LDP}contains`)
    .filter(({ value }) => isChild(value, container))
    .map(({ value: url }) => {
      const modified = graph.node(url).values(`${DCT}modified`)[0]?.value
      const type = graph
        .node(url)
        .values(`${RDF}type`)
        .flatMap(({ value }) => mediaType.exec(value)?.[1] ?? [])[0]
      const bytes = graph.node(url).values(size)[0]?.value
      return {
        url,
        isContainer: url.endsWith('/'),
        ...(modified ? { modified } : {}),
        ...(bytes && /^\d+$/.test(bytes) ? { size: Number(bytes) } : {}),
        ...(type ? { type } : {}),
      }
    })
}

function isChild(url: string, container: string): boolean {
  if (!url.startsWith(container)) return false
  return /^[^/?#]+\/?$/.test(url.slice(container.length))
}
