import { PodFailure } from '../../shared/pod/failure.ts'
import type { Grant } from '../../shared/pod/grants.ts'
import type { PartnerData } from '../data.ts'
import { isOwnContainer } from '../own-file/own-folder.ts'

/** A partner that the operator has registered. */
export interface Listed {
  /** Its folder’s name. */
  readonly id: string
  readonly name: string
  /** Category. */
  readonly domain: string
}

/** What the citizen and a partner have to do with each other, in one category. */
export interface Source {
  readonly id: string
  /** `undefined`: as its folder tells. */
  readonly name: string | undefined
  readonly category: string
  /** By which it adds; `undefined`: it is not connected. */
  readonly grant: Grant | undefined
  /** What it has sent, if anything is there. */
  readonly data: PartnerData | undefined
  /** Whether it can be connected here. */
  readonly isListed: boolean
}

/** `read`: what is at an address, or a PodFailure. @throws PodFailure */
export async function readCatalogue(
  read: (url: string) => Promise<Uint8Array>,
  agent: string,
): Promise<Listed[]> {
  const url = `${agent}partners`
  const bytes = await read(url)
  try {
    const { partners } = JSON.parse(new TextDecoder().decode(bytes)) as { partners: unknown[] }
    return partners.map(checkListed)
  } catch (cause) {
    throw new PodFailure('unreadable', url, 0, { cause })
  }
}

/** @throws TypeError */
function checkListed(value: unknown): Listed {
  const { id, name, domain } = (value ?? {}) as Partial<Listed>
  if (typeof id !== 'string' || typeof name !== 'string' || typeof domain !== 'string')
    throw new TypeError('no partner')
  return { id, name, domain }
}

/**
 * Everyone that sends, has sent or could: the connected first, then those who left data, then those who can be connected,
 * each by name. Pure.
 */
export function sourcesOf(
  listed: readonly Listed[],
  grants: readonly Grant[],
  data: readonly PartnerData[],
): Source[] {
  const sources = new Map<string, Source>()
  const at = (category: string, id: string) => `${category}/${id}`
  for (const { id, name, domain } of listed) {
    const source = { id, name, category: domain, grant: undefined, data: undefined, isListed: true }
    sources.set(at(domain, id), source)
  }
  const add = (category: string, id: string, more: Partial<Source>) => {
    const place = at(category, id)
    const known = sources.get(place) ?? {
      id,
      name: undefined,
      category,
      grant: undefined,
      data: undefined,
      isListed: false,
    }
    sources.set(place, { ...known, ...more, name: known.name ?? more.name })
  }
  for (const grant of grants) {
    if (grant.kind !== 'partner') continue
    const { name } = grant.recipient
    for (const container of grant.containers) {
      const [, category = '', id = ''] = /\/data\/([^/]+)\/([^/]+)\/$/.exec(container) ?? []
      if (id !== '') add(category, id, { grant, name: typeof name === 'string' ? name : undefined })
    }
  }
  for (const its of data) if (!isOwnContainer(its.container)) add(its.category, its.partner, { data: its })
  return [...sources.values()].sort(
    (one, other) => rank(one) - rank(other) || nameOf(one).localeCompare(nameOf(other), 'fr'),
  )
}

const rank = ({ grant, data }: Source): number => (grant ? 0 : data ? 1 : 2)
const nameOf = ({ name, id }: Source): string => name ?? id
