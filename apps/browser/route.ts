import { decoded } from '../shared/pod/decoded.ts'

/** Where the citizen is in the pod browser; kept in the address, so that back and reload work. */
export type Route =
  | { readonly view: 'have' }
  | { readonly view: 'access' }
  | { readonly view: 'leave' }
  | { readonly view: 'log'; readonly day: string }
  | { readonly view: 'receipts'; readonly receipt: string }
  | { readonly view: 'document'; readonly url: string }

/** Only documents of the citizen's own pods are opened, whatever an address says. */
export function routeOf(hash: string, pods: readonly string[]): Route {
  if (hash === '#access') return { view: 'access' }
  if (hash === '#leave') return { view: 'leave' }
  const [isReceipts, receipt = ''] = /^#receipts(?:=([0-9a-f-]{36}-[12]))?$/.exec(hash) ?? []
  if (isReceipts !== undefined) return { view: 'receipts', receipt }
  const [isLog, day = ''] = /^#log(?:=(\d{4}-\d\d-\d\d))?$/.exec(hash) ?? []
  if (isLog !== undefined) return { view: 'log', day }
  const [, encoded] = /^#document=(.+)$/.exec(hash) ?? []
  const url = encoded && decoded(encoded)
  if (url && pods.some((pod) => url.startsWith(pod)) && !url.includes('..')) return { view: 'document', url }
  return { view: 'have' }
}

/** A day of the access log; the last one without. */
export const logHash = (day = ''): string => (day === '' ? '#log' : `#log=${day}`)

/** One receipt, by its id; all of them without. */
export const receiptHash = (id = ''): string => (id === '' ? '#receipts' : `#receipts=${id}`)

export const documentHash = (url: string): string => `#document=${encodeURIComponent(url)}`
