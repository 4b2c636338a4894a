import { decoded } from '../shared/pod/decoded.ts'

/** Where the citizen is in the pod browser; kept in the address, so that back and reload work. */
export type Route =
  | { readonly view: 'have' }
  | { readonly view: 'access'; readonly by: 'recipient' | 'data' }
  | { readonly view: 'partners' }
  | { readonly view: 'file' }
  | { readonly view: 'leave'; readonly isGuide: boolean }
  | { readonly view: 'log'; readonly day: string }
  | { readonly view: 'receipts'; readonly receipt: string }
  | { readonly view: 'document'; readonly url: string }
  | {
      readonly view: 'category'
      /** The folder's name. */
      readonly category: string
      /** The partner's folder; empty for all of them. */
      readonly partner: string
    }
  | { readonly view: 'record'; readonly iri: string }

export const partnersHash = '#partners'
/** Bring a file of one’s own. */
export const fileHash = '#file'
export const leaveHash = '#leave'
/** How everything goes elsewhere. */
export const moveHash = '#leave=move'

/** Only documents of the citizen's own pods are opened, whatever an address says. */
export function routeOf(hash: string, pods: readonly string[]): Route {
  if (hash === accessHash('recipient')) return { view: 'access', by: 'recipient' }
  if (hash === accessHash('data')) return { view: 'access', by: 'data' }
  if (hash === partnersHash) return { view: 'partners' }
  if (hash === fileHash) return { view: 'file' }
  if (hash === leaveHash || hash === moveHash) return { view: 'leave', isGuide: hash === moveHash }
  const [isReceipts, receipt = ''] = /^#receipts(?:=([0-9a-f-]{36}-[12]))?$/.exec(hash) ?? []
  if (isReceipts !== undefined) return { view: 'receipts', receipt }
  const [isLog, day = ''] = /^#log(?:=(\d{4}-\d\d-\d\d))?$/.exec(hash) ?? []
  if (isLog !== undefined) return { view: 'log', day }
  const [, encoded] = /^#document=(.+)$/.exec(hash) ?? []
  const url = encoded && decoded(encoded)
  if (url && isInside(url, pods)) return { view: 'document', url }
  const [, named] = /^#record=(.+)$/.exec(hash) ?? []
  const iri = named && decoded(named)
  if (iri && isInside(iri, pods)) return { view: 'record', iri }
  const [, folder = '', its = ''] = /^#category=([^/]+)(?:\/([^/]+))?$/.exec(hash) ?? []
  const [category, partner] = [decoded(folder), decoded(its)]
  if (category && partner !== undefined) return { view: 'category', category, partner }
  return { view: 'have' }
}

/** As a browser would ask for it: an escaped dot is a dot there. */
const isInside = (url: string, pods: readonly string[]): boolean =>
  !/\/\.\.(\/|$)/.test(url) &&
  URL.canParse(url) &&
  pods.some((pod) => url.startsWith(pod) && new URL(url).href.startsWith(pod))

/** Who sees what. */
export const accessHash = (by: 'recipient' | 'data'): string => (by === 'data' ? '#access=data' : '#access')

/** A day of the access log; the last one without. */
export const logHash = (day = ''): string => (day === '' ? '#log' : `#log=${day}`)

/** One receipt, by its id; all of them without. */
export const receiptHash = (id = ''): string => (id === '' ? '#receipts' : `#receipts=${id}`)

export const documentHash = (url: string): string => `#document=${encodeURIComponent(url)}`

/** The records of a category, of all partners or of the one whose folder is named. */
export const categoryHash = (category: string, partner = ''): string =>
  `#category=${encodeURIComponent(category)}${partner === '' ? '' : `/${encodeURIComponent(partner)}`}`

/** The story of one record. */
export const recordHash = (iri: string): string => `#record=${encodeURIComponent(iri)}`
