import { decoded } from '../shared/pod/decoded.ts'

/** Where the citizen is in the pod browser; kept in the address, so that back and reload work. */
export type Route =
  | { readonly view: 'have' }
  | { readonly view: 'access' }
  | { readonly view: 'document'; readonly url: string }

/** Only documents of the citizen's own pods are opened, whatever an address says. */
export function routeOf(hash: string, pods: readonly string[]): Route {
  if (hash === '#access') return { view: 'access' }
  const [, encoded] = /^#document=(.+)$/.exec(hash) ?? []
  const url = encoded && decoded(encoded)
  if (url && pods.some((pod) => url.startsWith(pod)) && !url.includes('..')) return { view: 'document', url }
  return { view: 'have' }
}

export const documentHash = (url: string): string => `#document=${encodeURIComponent(url)}`
