import { AgentError } from './errors.ts'
import type { Grant } from './standing.ts'

/**
 * Who reads a category already, by a grant that runs, and not yet a container that is about to be opened: apps and
 * persons, each once, by the last grant of theirs. Only the citizen lets them read that one too (DESIGN §7).
 *
 * @param grants - Of the pod, as far as they are of the category: those that stand, the oldest first.
 */
export function readersOf(container: string, grants: readonly Grant[]): Grant[] {
  const readers = grants.filter(
    ({ kind, modes, record }) => kind !== 'partner' && modes.includes('read') && record !== undefined,
  )
  const last = new Map(readers.map((grant) => [recipientOf(grant), grant]))
  const known = new Set(
    readers.filter(({ containers }) => containers.includes(container)).map((it) => recipientOf(it)),
  )
  return [...last].flatMap(([recipient, grant]) => (known.has(recipient) ? [] : grant))
}

/**
 * Those that the citizen named, of those that they were asked about.
 *
 * @param answer - Ids of grants, as a page has sent them; absent where it named none.
 * @throws AgentError `bad-request` for what is no list of names, `grant-ended` for one that is not among them.
 */
export function chosenOf<R extends { readonly grant: { readonly id: string } }>(
  asked: readonly R[],
  answer: unknown,
): R[] {
  if (answer === undefined) return []
  if (!Array.isArray(answer) || answer.length > most || !answer.every((it) => typeof it === 'string'))
    throw new AgentError('bad-request')
  const ids = new Set<string>(answer)
  const chosen = asked.filter(({ grant }) => ids.has(grant.id))
  if (chosen.length < ids.size) throw new AgentError('grant-ended')
  return chosen
}

/** The categories of which an app reads some and not all: a partner was connected since, or left out. `grants`: its own. */
export function partlyRead(
  containers: readonly { readonly url: string; readonly category: string }[],
  grants: readonly Pick<Grant, 'containers'>[],
): string[] {
  const read = new Set(grants.flatMap((grant) => grant.containers))
  const categories = (isRead: boolean) =>
    new Set(containers.flatMap(({ url, category }) => (read.has(url) === isRead ? category : [])))
  const unread = categories(false)
  return [...categories(true)].filter((category) => unread.has(category))
}

const recipientOf = ({ kind, agent, client = '' }: Grant): string => `${kind} ${agent} ${client}`

/** Grants that one answer names. */
const most = 100
