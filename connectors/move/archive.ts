import { createHash } from 'node:crypto'
import { Parser } from 'n3'
import type { Place } from '#vocab/archive/relocate'
import { ntriples } from './End.ts'
import { type Rule, rulesIn } from './rules.ts'

/** Where a pod keeps what an earlier server knew of it; it goes along, as it is, to the next. */
export const archivePlace = 'archive/'

/** What the server alone writes, on a server of ours (DESIGN §4). */
export const keptPlaces = ['consents/', 'receipts/', 'log/'] as const

export const isKept = (path: string): boolean => keptPlaces.some((it) => path.startsWith(it))

/** The folder, below the pod, of what comes from another. */
export function archiveOf({ pod }: Place): string {
  const { host, pathname } = new URL(pod)
  return `${archivePlace}${`${host}${pathname}`.replace(/[^A-Za-z0-9.]+/g, '-').replace(/-$/, '')}/`
}

/** Rules of a pod, as they were when it was left: their addresses are those of that time. */
export interface RulesArchive {
  readonly format: 1
  readonly pod: string
  readonly webId: string
  readonly issuer: string
  /** UTC instant. */
  readonly left: string
  readonly rules: readonly ArchivedRule[]
}

export interface ArchivedRule {
  /** Of what it rules, below the pod. */
  readonly path: string
  /** N-Triples. */
  readonly rule: string
  /** For whoever reads it. */
  readonly conditions: readonly string[]
  readonly notAfter?: string
}

export const archived = (path: string, { quads, conditions, notAfter }: Rule): ArchivedRule => ({
  path,
  rule: ntriples(quads),
  conditions,
  ...(notAfter ? { notAfter } : {}),
})

const mostRules = 10_000

/** Where the list of what waits is; a server that evaluates conditions has made of it what can be made, and reads it no more. */
export const isRulesList = (path: string): boolean => /^archive\/[^/]+\/rules\.json$/.test(path)

/** The same list, below a pod, once it has served: under a name that no move reads, and each by what it says. */
export function servedPlace(path: string, bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return path.replace(/rules\.json$/, `rules-${digest}.json`)
}

/** The rules of an archive, with their paths; undefined for what is none: anybody may have written there. */
export function readArchive(
  text: string,
): (Omit<RulesArchive, 'rules'> & { readonly rules: readonly { path: string; rule: Rule }[] }) | undefined {
  try {
    const { format, pod, webId, issuer, left, rules } = JSON.parse(text) as Partial<RulesArchive>
    const all = [pod, webId, issuer]
    if (format !== 1 || !Array.isArray(rules) || rules.length > mostRules) return undefined
    if (typeof pod !== 'string' || typeof webId !== 'string' || typeof issuer !== 'string') return undefined
    if (!all.every((it) => it !== undefined && URL.canParse(it)) || !pod.endsWith('/')) return undefined
    return {
      format,
      pod,
      webId,
      issuer,
      left: String(left),
      rules: rules.flatMap((it: ArchivedRule) => {
        const [rule] = rulesIn(new Parser().parse(it.rule))
        return rule && typeof it.path === 'string' ? [{ path: it.path, rule }] : []
      }),
    }
  } catch {
    return undefined
  }
}
