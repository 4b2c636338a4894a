import { t } from '../../shared/i18n/t.ts'
import { readable } from '../../shared/pod/decoded.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import { type Place, placesOf } from '../log/places.ts'
import { baseOf } from '../log/whole-log.ts'
import { leaveMessages as messages } from './messages.ts'

/** Folders of which a document is told in the citizen’s words, as in the access log. */
const told = /^(data|profile|inbox|settings|consents|receipts|log|links|derived)\//

/**
 * What documents of a copy are in the citizen’s words, each sort once. Pure.
 *
 * @param paths - Below the pod.
 */
export function documentWords(paths: readonly string[], pod: string, grants: readonly Grant[]): string[] {
  const base = baseOf(pod)
  const places = placesOf(
    paths.filter((it) => told.test(it)).map((path) => pod.slice(base.length) + path),
    base,
    pod,
    grants,
  )
  return [...places.map(placeWords), ...paths.filter((it) => !told.test(it)).map(fileWords)]
}

const placeWords = ({ name, documents }: Place): string =>
  documents > 1 ? t(messages.severalOf, name, documents) : name

/** Of a file that somebody else’s tool, or the citizen, has named. */
function fileWords(path: string): string {
  const parts = path.split('/').map(readable)
  const name = (parts.pop() ?? '').replace(/\.ttl$/, '')
  return parts.length > 0 ? t(messages.oneInFolder, name, parts.join('/')) : t(messages.oneAlone, name)
}
