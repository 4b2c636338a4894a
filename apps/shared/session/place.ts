const savedAs = 'traboule:place'

/** Remembers where the citizen was: an issuer only sends people back to the app's first page. */
export function leave(): void {
  sessionStorage.setItem(savedAs, location.search + location.hash)
}

/** Puts the citizen back where `leave` found them. */
export function comeBack(): void {
  const place = sessionStorage.getItem(savedAs) ?? ''
  sessionStorage.removeItem(savedAs)
  // Only a query or a fragment of this very page, whatever was stored.
  if (!/^[?#]/.test(place)) return
  history.replaceState(history.state, '', `/${place}`)
  // A replaced address tells nobody: the app looks at it again.
  dispatchEvent(new HashChangeEvent('hashchange'))
}

/** What an issuer added to the address when it sent the citizen back. */
export function readReturn(search: string): 'code' | 'error' | undefined {
  const query = new URLSearchParams(search)
  if (!query.has('state')) return undefined
  if (query.has('error')) return 'error'
  return query.has('code') ? 'code' : undefined
}

/** The query without what the issuer added. */
export function withoutReturn(search: string): string {
  const query = new URLSearchParams(search)
  for (const name of ['code', 'state', 'iss', 'error', 'error_description']) query.delete(name)
  const rest = query.toString()
  return rest ? `?${rest}` : ''
}
