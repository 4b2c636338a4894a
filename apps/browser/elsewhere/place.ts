import { elsewhere } from '../../shared/elsewhere.ts'
import { readable } from '../../shared/pod/decoded.ts'

/** Folders of a pod's root that are partners', or the server's, or have a room of their own. */
export const placed: readonly string[] = [
  'data',
  'inbox',
  'consents',
  'receipts',
  'log',
  'links',
  '.well-known',
]

/** What the server keeps in folders in which other tools may write as well. */
const kept = new Set(['profile/card', 'settings/privateTypeIndex', 'settings/publicTypeIndex'])

/** As people read it; as it is spelled where that is nothing, or what is in no folder is called so. */
const called = (folder: string): string => {
  const name = readable(folder)
  return name.trim() === '' || name === elsewhere ? folder : name
}

/** A place that documents are shown together for: a folder of the root, or the root itself for what is in none. */
export interface Place {
  readonly container: string
  /** The folder, as people read it; `/` for what is in none. */
  readonly folder: string
}

/**
 * Where a document or container that is no partner's belongs; undefined of what is a partner's, or has its own room.
 * What lies loose beside the partners' folders is of `data`, or of `data/<category>`. Pure.
 */
export function placeOf(pod: string, url: string): Place | undefined {
  if (!url.startsWith(pod) || url === pod || kept.has(url.slice(pod.length))) return undefined
  const folders = url.slice(pod.length).split('/').slice(0, -1)
  const [root] = folders
  if (root === undefined) return { container: pod, folder: elsewhere }
  if (root !== 'data') {
    return placed.includes(root) ? undefined : { container: `${pod}${root}/`, folder: called(root) }
  }
  if (folders.length > 2) return undefined
  return { container: `${pod}${folders.join('/')}/`, folder: folders.map(called).join('/') }
}
