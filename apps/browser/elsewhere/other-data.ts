import { addTo } from '#vocab/groups'
import { elsewhere } from '../../shared/elsewhere.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'
import { type PartnerData, sourceData } from '../data.ts'
import { type Place, placeOf } from './place.ts'

/** What is in a pod that no partner sent, a folder of its root each, by name; what is in none comes last. Pure. */
export function otherData(pod: string, documents: readonly Entry[]): PartnerData[] {
  const places = new Map<string, Place>()
  const entries = new Map<string, Entry[]>()
  for (const entry of documents) {
    const place = placeOf(pod, entry.url)
    if (!place) continue
    places.set(place.container, place)
    addTo(entries, place.container, entry)
  }
  return [...places.values()]
    .sort((one, other) => rank(one) - rank(other) || one.folder.localeCompare(other.folder))
    .map(({ container, folder }) => sourceData(container, elsewhere, folder, entries.get(container) ?? []))
}

const rank = ({ folder }: Place): number => (folder === elsewhere ? 1 : 0)
