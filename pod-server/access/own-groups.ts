import type { Quad } from '@rdfjs/types'
import { ACL } from '#vocab/namespaces'
import { compileAcl, type Rule } from './acl.ts'
import { keptPlaceOf } from './kept-places.ts'

/**
 * The groups that the rules of an ACL document count on and that are written in the pod itself: whoever writes there
 * decides who has access. Pure.
 *
 * @param pod - Its URL, with the slash.
 */
export function ownGroupsIn(pod: string, quads: readonly Quad[]): ReadonlySet<string> {
  // Nearly none does, and there may be hundreds.
  if (!quads.some(({ predicate }) => words.has(predicate.value))) return none
  const groups = compileAcl(quads).flatMap(groupsOf)
  return new Set(groups.filter((it) => it.startsWith(pod) && !isClosedToApps(pod, it.replace(/#.*$/s, ''))))
}

/** Whether no app writes there, even one that is let into all of a pod: the server does, or it is the profile. Pure. */
export const isClosedToApps = (pod: string, url: string): boolean =>
  url === `${pod}profile/card` || keptPlaceOf(`pod/${url.slice(pod.length)}`) !== undefined

const none: ReadonlySet<string> = new Set()
const words: ReadonlySet<string> = new Set(['agent', 'client', 'issuer'].map((it) => `${ACL}${it}Group`))

/** Of agents, of clients, of issuers. */
const groupsOf = ({ agentGroups, conditions }: Rule): readonly string[] => [
  ...agentGroups,
  ...conditions.flatMap((it) => ('groups' in it ? it.groups : [])),
]
