import type { Source } from './catalogue.ts'

/** What tells a partner from the others: of one category it has one place. */
export const placeOf = ({ category, id }: Pick<Source, 'category' | 'id'>): string => `${category}/${id}`

/**
 * The partners in the order in which they were shown first: what is done with one neither moves it nor takes it away while
 * the page is looked at, and what it was called is not forgotten. Pure.
 */
export function inKeptPlaces(shown: readonly Source[], now: readonly Source[]): Source[] {
  const fresh = new Map(now.map((it) => [placeOf(it), it]))
  const kept = shown.map((before): Source => {
    const known = fresh.get(placeOf(before)) ?? { ...before, grant: undefined, data: undefined }
    return { ...known, name: known.name ?? before.name }
  })
  const places = new Set(shown.map(placeOf))
  return [...kept, ...now.filter((it) => !places.has(placeOf(it)))]
}
