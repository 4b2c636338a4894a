import { nothing } from 'lit/html.js'
import type { Route } from './route.ts'

/** A document is one of the things that I have; a file of my own comes beside those of partners. */
export function currentTab({ view }: Route, tab: Route['view']) {
  if (view === tab) return 'page'
  const isWithin = (view === 'document' && tab === 'have') || (view === 'file' && tab === 'partners')
  return isWithin ? 'true' : nothing
}
