import { elsewhere } from '../../shared/elsewhere.ts'
import type { Grant, OtherRule } from '../../shared/pod/grants.ts'
import type { PartnerData } from '../data.ts'
import { placeOf } from '../elsewhere/place.ts'
import { isOwnContainer } from '../own-file/own-folder.ts'
import { categoryIn, isWhole } from './recipients.ts'

/** Somebody who reads or adds, by what grant. */
export interface Use {
  readonly grant: Grant
  /** The partners whose data in the category it is, where it is not of all. */
  readonly partners: readonly string[]
}

/** A category, and everybody but the citizen who has to do with it. */
export interface DataRow {
  readonly category: string
  readonly readers: readonly Use[]
  readonly adders: readonly Use[]
  /** Containers of partners with data, to which nobody adds any more. */
  readonly left: readonly string[]
  /** Rules of other tools. */
  readonly others: readonly OtherRule[]
}

/**
 * Who reads and who adds, by category: of each that there is data of, or that somebody was granted; what is in none is
 * one by itself.
 *
 * @param order - Categories as the citizen reads them; any other comes last.
 * @param pods - Of the citizen.
 */
export function dataRows(
  grants: readonly Grant[],
  data: readonly Pick<PartnerData, 'category' | 'container'>[],
  otherRules: readonly OtherRule[],
  order: readonly string[],
  pods: readonly string[],
): DataRow[] {
  const named = grants.filter((it) => !isWhole(it)).flatMap(({ categories }) => categories)
  const opened = otherRules.map((rule) => ({ rule, category: openedBy(rule, pods) }))
  const ruled = opened.flatMap(({ category }) => category ?? [])
  const all = new Set([...data.map(({ category }) => category), ...named, ...ruled])
  const ranks = [...order, undefined, elsewhere]
  const place = (id: string) => ranks.indexOf(ranks.includes(id) ? id : undefined)
  return [...all]
    .sort((one, other) => place(one) - place(other) || one.localeCompare(other))
    .map((category) => ({
      ...row(category, grants, data),
      others: opened.filter((it) => it.category === category).map(({ rule }) => rule),
    }))
}

/** Of what is not a folder of data, nor all that there is, nor kept by the server: of what is in no category. */
function openedBy({ container }: OtherRule, pods: readonly string[]): string | undefined {
  return (
    categoryIn(container) ??
    (pods.some((pod) => container !== `${pod}data/` && placeOf(pod, container)) ? elsewhere : undefined)
  )
}

function row(
  category: string,
  grants: readonly Grant[],
  data: readonly Pick<PartnerData, 'category' | 'container'>[],
): Omit<DataRow, 'others'> {
  const its = grants.filter((it) => isWhole(it) || it.categories.includes(category))
  const open = new Set(
    its.flatMap(({ containers }) => containers.filter((it) => categoryIn(it) === category)),
  )
  const use = (grant: Grant): Use => {
    const containers = grant.containers.filter((it) => categoryIn(it) === category)
    const isOfAll = isWhole(grant) || containers.length === open.size
    return { grant, partners: isOfAll ? [] : containers.flatMap((it) => grant.partners[it] ?? []) }
  }
  const partners = its.filter(({ kind }) => kind === 'partner')
  const writers = its.filter((it) => it.kind !== 'partner' && isWhole(it))
  return {
    category,
    readers: its.filter(({ kind }) => kind !== 'partner').map(use),
    adders: [...partners, ...writers].map((grant) => ({ grant, partners: [] })),
    left: data
      .filter((it) => it.category === category)
      .map(({ container }) => container)
      .filter((it) => category !== elsewhere && !isOwnContainer(it))
      .filter((it) => !partners.some(({ containers }) => containers.includes(it))),
  }
}
