import type { Entry } from './parse-listing.ts'

/** The order in which documents are worth reading: what describes an account or a meter, then the latest periods. */
export function newestFirst<E extends Pick<Entry, 'url'>>(entries: readonly E[]): E[] {
  const period = ({ url }: Pick<Entry, 'url'>): string =>
    /\/(\d{4}(?:-\d{2})?)[^/]*$/.exec(url)?.[1] ?? '9999'
  return [...entries].sort((a, b) => compare(period(b), period(a)) || compare(a.url, b.url))
}

/** Says whether a document is still what was read; undefined where the server does not tell. */
export function versionOf({ modified, size }: Entry): string | undefined {
  return modified === undefined || size === undefined ? undefined : `${modified} ${size}`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
