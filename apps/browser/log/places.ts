import { addTo } from '#vocab/groups'
import { monthName } from '../../shared/i18n/format.ts'
import { t } from '../../shared/i18n/t.ts'
import { known } from '../../shared/known.ts'
import { categoryOf } from '../../shared/known-categories.ts'
import { readable } from '../../shared/pod/decoded.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import { partnerName } from '../../shared/pod/partner-name.ts'
import { logMessages as messages } from './messages.ts'

/** What a line is about: the data in the citizen's words, and of how many documents and folders of that name. */
export interface Place {
  readonly name: string
  readonly documents: number
  readonly folders: number
}

/** @param base - The server's address, which the resources are below. */
export function placesOf(
  resources: readonly string[],
  base: string,
  pod: string,
  grants: readonly Grant[],
): Place[] {
  const groups = new Map<string, string[]>()
  for (const resource of resources) {
    const name = nameOf(`${base}${resource}`, pod, grants)
    addTo(groups, name, resource)
  }
  return [...groups].map(([name, its]) => ({
    name: its.length === 1 ? t(messages.oneOf, name, monthOf(its[0] ?? '')) : name,
    documents: its.filter((it) => !it.endsWith('/')).length,
    folders: its.filter((it) => it.endsWith('/')).length,
  }))
}

function nameOf(url: string, pod: string, grants: readonly Grant[]): string {
  const path = url.startsWith(pod) ? url.slice(pod.length) : undefined
  if (path === undefined) return url
  if (/\.acl$/.test(path)) return t(messages.rulesOf, nameOf(url.slice(0, -'.acl'.length), pod, grants))
  const [folder = '', category = '', partner = ''] = path.split('/')
  if (path === '') return t(messages.wholePod)
  if (folder === 'data') return dataName(url, pod, category, partner, grants)
  const words = known(folders, folder)
  return words ? t(words) : readable(path)
}

function dataName(
  url: string,
  pod: string,
  category: string,
  partner: string,
  grants: readonly Grant[],
): string {
  const shown = categoryOf(category)
  if (category === '') return t(messages.allData)
  const label = shown ? t(shown.label) : readable(category)
  if (partner === '') return label
  const container = `${pod}data/${category}/${partner}/`
  const grant = grants.find((it) => it.kind === 'partner' && it.containers.includes(container))
  const name = grant?.recipient.name
  return t(
    messages.dataOf,
    label,
    typeof name === 'string' ? name : partnerName(url, category) || readable(partner),
  )
}

/** The month that a document is named after, in words, else nothing. */
function monthOf(resource: string): string {
  const [, month] = /\/(\d{4}-(?:0[1-9]|1[0-2]))(?:\.ttl)?$/.exec(resource) ?? []
  return month === undefined ? '' : monthName(month)
}

const folders: Readonly<Record<string, (typeof messages)['inbox']>> = {
  profile: messages.profile,
  inbox: messages.inbox,
  settings: messages.settings,
  consents: messages.consents,
  receipts: messages.receipts,
  log: messages.itself,
  links: messages.links,
  derived: messages.derived,
}
