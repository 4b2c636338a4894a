import type { Entry, LoggedMode } from '#vocab/journal/entry'
import { clipped } from '../clipped.ts'
import type { Noted } from '../Journals.ts'
import type { Change, Commit, Writer } from '../PodEngine.ts'
import { podOf } from '../path.ts'

/**
 * What the journals say of a commit: each path that it changes, but for containers that only say when. Pure.
 * `isContainer`: of what is there before.
 */
export function entriesOf(
  { changes, by }: Commit,
  now: number,
  isContainer: (path: string) => boolean,
): Noted[] {
  const noted: Noted[] = []
  const own = new Map<string, number>()
  for (const change of changes) {
    if (!('path' in change) || change.kind === 'touch') continue
    const { path } = change
    const pod = podOf(path)
    if (by) noted.push({ pod, entry: entryOf(change, by, now, isContainer) })
    else own.set(pod, (own.get(pod) ?? 0) + 1)
  }
  // What the server does by itself it does to a pod as a whole: a new one, an imported one.
  for (const [pod, count] of own)
    noted.push({ pod, entry: { ...said({}, now), resources: [`${pod}/`], count } })
  return noted
}

function entryOf(
  change: Exclude<Change, { space: string }>,
  by: Writer,
  now: number,
  isContainer: (path: string) => boolean,
): Entry {
  const { kind, path } = change
  const isOne = kind === 'put-container' || (kind !== 'put-document' && isContainer(path))
  return {
    ...said(by, now),
    resources: [isOne ? `${path}/` : path],
    modes: [path.endsWith('.acl') ? 'control' : kind === 'delete' ? 'write' : (by.mode ?? 'write')],
  }
}

const said = ({ webId, client, rules = [] }: Writer, now: number): Entry => ({
  outcome: 'allowed',
  from: now,
  until: now,
  count: 1,
  who: webId === undefined ? null : clipped(webId),
  client: client === undefined ? null : clipped(client),
  resources: [],
  modes: ['write' satisfies LoggedMode],
  rules: rules.slice(0, maxRules).map(clipped),
})

const maxRules = 16
