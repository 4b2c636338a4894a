import { nothing } from 'lit/html.js'
import type { Route } from './route.ts'

const within: readonly string[] = ['category', 'record', 'document']

/** A record and a document are among the things that I have. */
export function currentTab({ view }: Route, tab: Route['view']) {
  if (view === tab) return 'page'
  return tab === 'have' && within.includes(view) ? 'true' : nothing
}
