import type { AppConfig } from '../config.ts'
import type { Words } from '../i18n/t.ts'
import { PodFailure } from './failure.ts'
import { type Fetch, get } from './get.ts'

/** A citizen's word that somebody may use part of a pod. */
export interface Grant {
  readonly id: string
  readonly kind: 'app' | 'partner' | 'person'
  readonly recipient: {
    readonly client?: string
    readonly webId?: string
    readonly name: Words | string
    /** The host of an app that the operator does not serve. */
    readonly site?: string
  }
  /** Ids of categories: the domain folders. */
  readonly categories: readonly string[]
  /** Addresses of containers, each with its slash. */
  readonly containers: readonly string[]
  /** The names of the partners whose data they hold, by container, where the operator knows them. */
  readonly partners: Readonly<Record<string, string>>
  readonly modes: readonly string[]
  /** UTC instant. */
  readonly since: string
  /** UTC instant, where it ends by itself. */
  readonly until?: string
}

/** A rule that opens a container to somebody, and that is no grant: another tool of the citizen's wrote it. */
export interface OtherRule {
  readonly id: string
  readonly agents: readonly string[]
  readonly writes: boolean
  readonly container: string
}

export interface Grants {
  readonly webId: string
  readonly pods: readonly string[]
  readonly grants: readonly Grant[]
  /** Categories of which the app reads what some partners send, and not what all do. */
  readonly partly: readonly string[]
  readonly otherRules: readonly OtherRule[]
}

/**
 * What the citizen granted: for the home app everything, for another app its own.
 *
 * @throws PodFailure
 */
export async function readGrants(fetch: Fetch, { agent }: AppConfig): Promise<Grants> {
  const url = `${agent}grants`
  const got = await get(fetch, url, { accept: 'application/json', limit: 1 << 20 })
  try {
    return checkGrants(JSON.parse(new TextDecoder().decode(got?.bytes)))
  } catch (cause) {
    throw new PodFailure('unreadable', url, 0, { cause })
  }
}

/** The containers granted in a category, each once, none inside another. */
export function grantedContainers({ grants }: Grants, category: string): string[] {
  const open = grants.filter(
    ({ categories, modes }) => categories.includes(category) && modes.includes('read'),
  )
  const all = [...new Set(open.flatMap(({ containers }) => containers))].sort()
  return all.filter((container) => !all.some((other) => other !== container && container.startsWith(other)))
}

/** When the first of those grants ends by itself: undefined where none does. UTC instant. */
export function firstEnd({ grants }: Pick<Grants, 'grants'>, category: string): string | undefined {
  const ends = grants.flatMap(({ categories, modes, until }) =>
    until !== undefined && categories.includes(category) && modes.includes('read') ? [until] : [],
  )
  return ends.sort((one, other) => Date.parse(one) - Date.parse(other))[0]
}

/** The name of the partner who sent a document, where a grant tells it. */
export function senderOf(url: string, { grants }: Pick<Grants, 'grants'>): string | undefined {
  for (const { partners } of grants) {
    for (const [container, name] of Object.entries(partners)) if (url.startsWith(container)) return name
  }
  return undefined
}

/** @throws TypeError for another shape */
export function checkGrants(value: unknown): Grants {
  const given = value as Partial<Grants> | null
  if (!given || typeof given.webId !== 'string' || !Array.isArray(given.grants))
    throw new TypeError('not grants')
  return {
    webId: given.webId,
    pods: texts(given.pods).filter(isContainer),
    partly: texts(given.partly),
    otherRules: Array.isArray(given.otherRules) ? given.otherRules.filter(isOtherRule) : [],
    grants: given.grants.filter(isGrant).map((grant) => ({ ...grant, partners: names(grant.partners) })),
  }
}

function isGrant(value: unknown): value is Grant {
  const grant = value as Partial<Grant> | null
  return (
    typeof grant?.id === 'string' &&
    (grant.kind === 'app' || grant.kind === 'partner' || grant.kind === 'person') &&
    isName(grant.recipient?.name) &&
    texts(grant.categories).length > 0 &&
    texts(grant.containers).every(isContainer) &&
    Array.isArray(grant.modes) &&
    typeof grant.since === 'string' &&
    (grant.until === undefined || typeof grant.until === 'string')
  )
}

function isOtherRule(value: unknown): value is OtherRule {
  const rule = value as Partial<OtherRule> | null
  return (
    typeof rule?.id === 'string' &&
    Array.isArray(rule.agents) &&
    rule.agents.every((agent) => typeof agent === 'string') &&
    typeof rule.writes === 'boolean' &&
    typeof rule.container === 'string'
  )
}

const isName = (value: unknown): boolean =>
  typeof value === 'string' || typeof (value as Partial<Words> | undefined)?.fr === 'string'
const isContainer = (url: string): boolean => /^https?:\/\/[^?#]+\/$/.test(url) && URL.canParse(url)
const names = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter((it): it is [string, string] => typeof it[1] === 'string'),
  )
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : []
