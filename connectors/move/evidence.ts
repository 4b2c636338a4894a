import { sameGraph } from '#vocab/archive/same-graph'
import type { ArchivedRule, RulesArchive } from './archive.ts'
import { type End, type EndOf, type Found, ntriples, parsed } from './End.ts'
import type { Outcome } from './report.ts'

/**
 * What the old server has recorded (log, consent records, receipts), as it was said there: by the addresses of then, and
 * in lines with whole addresses, so that it means the same wherever it is kept.
 */
export async function keepEvidence(from: End, to: End, path: string, archive: string): Promise<Outcome> {
  const found = await from.read(from.url(path))
  if (!found) return 'same'
  const isRdf = found.type === 'text/turtle' || path.endsWith('/')
  const quads = isRdf ? ((await from.quads(from.url(path))) ?? []) : undefined
  const url = to.url(`${archive}${path.replace(/\/$/, '')}${quads ? '.nt' : ''}`)
  const type = quads ? 'application/n-triples' : found.type
  const there = await to.read(url)
  const isSame = ({ bytes }: Found) =>
    quads ? sameGraph(quads, parsed(bytes, url)) : Buffer.compare(found.bytes, bytes) === 0
  if (there && isSame(there)) return 'same'
  // A log goes on, and so does a record: what was kept of it before was less.
  await to.replace(url, type, quads ? ntriples(quads) : found.bytes, there?.etag)
  const now = await to.read(url)
  return now && isSame(now) ? 'archived' : 'differs'
}

/** What could not be made of the rules, for the day of return. */
export async function keepRules(
  to: End,
  { pod, webId, issuer }: EndOf,
  archive: string,
  rules: readonly ArchivedRule[],
  at: Date,
): Promise<void> {
  const url = to.url(`${archive}rules.json`)
  const there = await to.read(url)
  // A list of before would bring back what has ended since.
  if (rules.length === 0 && !there) return
  const kept: RulesArchive = { format: 1, pod, webId, issuer, left: at.toISOString(), rules: sorted(rules) }
  const text = (it: object): string => `${JSON.stringify(it, null, 2)}\n`
  const before = there && new TextDecoder().decode(there.bytes)
  if (before?.replace(/"left": "[^"]*"/, '') === text(kept).replace(/"left": "[^"]*"/, '')) return
  await to.replace(url, 'application/json', text(kept), there?.etag)
}

const sorted = (rules: readonly ArchivedRule[]): ArchivedRule[] =>
  [...rules].sort((one, other) => (one.path + one.rule < other.path + other.rule ? -1 : 1))
