import { nothing } from 'lit/html.js'
import type { Route } from './route.ts'

const within: Readonly<Record<string, Route['view']>> = {
  category: 'have',
  record: 'have',
  document: 'have',
  file: 'partners',
}

/** A record and a document are among the things that I have; a file of my own comes beside those of partners. */
export function currentTab({ view }: Route, tab: Route['view']) {
  if (view === tab) return 'page'
  return within[view] === tab ? 'true' : nothing
}
