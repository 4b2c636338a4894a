import { nothing } from 'lit/html.js'
import type { Route } from './route.ts'

export type Tab = Exclude<Route['view'], 'category' | 'record' | 'document' | 'file'>

/** A record and a document are among the things that I have; a file of my own comes beside those of partners. */
export function tabOf({ view }: Route): Tab {
  switch (view) {
    case 'category':
    case 'record':
    case 'document':
      return 'have'
    case 'file':
      return 'partners'
    default:
      return view
  }
}

export function currentTab(route: Route, tab: Tab) {
  if (tabOf(route) !== tab) return nothing
  return route.view === tab ? 'page' : 'true'
}
