import { nothing } from 'lit/html.js'
import type { Route } from './route.ts'

/** A document is one of the things that I have. */
export function currentTab({ view }: Route, tab: Route['view']) {
  if (view === tab) return 'page'
  return view === 'document' && tab === 'have' ? 'true' : nothing
}
