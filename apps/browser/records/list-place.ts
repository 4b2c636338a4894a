import type { RecordFilter } from './record-filter.ts'

/** Records drawn at once. */
export const page = 100

export const everything: RecordFilter = { query: '', from: '', to: '', type: '' }

/** Where somebody is in a list of records; kept while they look at one of them, and no longer than the room is open. */
export class ListPlace {
  filter = everything
  drawn = page
  /** On a phone dates and classes are asked for: records come first. */
  isOpen = false
  /** Whether what is kept apart is looked at. */
  isAsideOpen = false
  /** The partner's folder; empty for all. */
  partner = ''
  /** The row that was gone from: where it leads, and how far below the top of the window it was, in pixels. */
  left: { readonly href: string; readonly top: number } | undefined
}

/** Of each list by a name of its own. */
export class ListPlaces {
  private readonly known = new Map<string, ListPlace>()

  of(list: string): ListPlace {
    const known = this.known.get(list)
    if (known) return known
    const place = new ListPlace()
    this.known.set(list, place)
    return place
  }
}
