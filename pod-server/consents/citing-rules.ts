import type { Quad } from '@rdfjs/types'
import { addTo } from '#vocab/groups'
import { TB } from '#vocab/namespaces'
import { wholeSpace } from '#vocab/whole-space'
import { compileAcl, type Rule } from '../access/acl.ts'

/** A rule that cites consent records, as a grant's does. */
export interface CitingRule {
  readonly records: readonly string[]
  readonly isOnWholeSpace: boolean
}

/** Those of an ACL document that may still count: one that is over has ended by itself. `now`: UTC milliseconds. Pure. */
export function citingRules(quads: readonly Quad[], now: number): CitingRule[] {
  const citing = new Map<string, string[]>()
  const onWholeSpace = new Set<string>()
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === `${TB}consentRecord`) addTo(citing, subject.value, object.value)
    if (predicate.value === `${TB}category` && object.value === wholeSpace.id) onWholeSpace.add(subject.value)
  }
  if (citing.size === 0) return []
  return compileAcl(quads).flatMap((rule) => {
    const records = citing.get(rule.iri)
    return records && !isOver(rule, now) ? [{ records, isOnWholeSpace: onWholeSpace.has(rule.iri) }] : []
  })
}

const isOver = ({ conditions }: Rule, now: number): boolean =>
  conditions.some((it) => it.kind === 'validity' && it.notAfter < now)
