import { LDP } from '#vocab/namespaces'
import { ConnectorError } from '../errors.ts'
import type { End } from './End.ts'

const mostResources = 200_000
const deepest = 64

/** All that a pod holds, by its path below the pod. Containers end with a slash, and come before what is in them. */
export interface WholePod {
  readonly containers: readonly string[]
  readonly documents: readonly string[]
}

/**
 * Lists a pod from its root, and from what a server keeps without listing it there. A child must be a direct one by its address, whatever a listing says.
 *
 * @throws ConnectorError `too-many-resources`; what reading one says: a part that would not open must not be left behind unsaid.
 */
export async function wholePod(end: End, unlisted: readonly string[] = []): Promise<WholePod> {
  const containers: string[] = ['']
  const documents: string[] = []
  for (const path of unlisted) if (await end.quads(end.url(path))) containers.push(path)
  for (let at = 0; at < containers.length; at += 1) {
    const path = containers[at] ?? ''
    const url = end.url(path)
    for (const { predicate, object } of (await end.quads(url)) ?? []) {
      if (predicate.value !== `${LDP}contains` || !isChild(object.value, url)) continue
      const below = object.value.slice(end.of.pod.length)
      if (unlisted.includes(below)) continue
      if (below.endsWith('/')) containers.push(below)
      else documents.push(below)
    }
    if (containers.length + documents.length > mostResources || path.split('/').length > deepest)
      throw new ConnectorError('too-many-resources')
  }
  return { containers, documents }
}

const isChild = (url: string, container: string): boolean =>
  url.startsWith(container) && /^[^/?#]+\/?$/.test(url.slice(container.length))
