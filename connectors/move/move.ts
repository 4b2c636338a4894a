import { ConnectorError } from '../errors.ts'
import { archiveOf, archivePlace, isKept, isRulesList, readArchive, servedPlace } from './archive.ts'
import { copyDescription } from './descriptions.ts'
import { copy, wantedOf } from './documents.ts'
import { End, type EndOf, isTraboule } from './End.ts'
import { keepEvidence, keepRules } from './evidence.ts'
import { RuleMover, type Waiting } from './RuleMover.ts'
import type { MovedDocument, Report } from './report.ts'
import { wholePod } from './whole-pod.ts'

/** Documents under way at once. */
const atOnce = 4

export interface MoveOptions {
  readonly at: Date
  readonly signal: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Makes the new pod hold what the old one holds, by the Solid protocol alone, and compares both. Nothing that is there is
 * written over or erased, on either side: it may be run again, and then goes on where it stopped.
 *
 * @throws ConnectorError where it cannot go on; what is done until then stays.
 */
export async function move(source: EndOf, target: EndOf, options: MoveOptions): Promise<Report> {
  const { at, signal, onProgress } = options
  const [from, to] = [new End(source, signal), new End(target, signal)]
  const [known, conditions] = [await from.conditions(), await to.conditions()]
  const [whole, before] = [await wholePod(from, isTraboule(known) ? ['log/'] : []), await wholePod(to)]
  const rules = await RuleMover.between(from, to, conditions, at.getTime())
  // A server of ours has made of an archive what can be made: what is gone there since, the citizen has ended.
  const waiting = isTraboule(known)
    ? new Map<string, Waiting[]>()
    : await waitingRules(from, whole.documents, before.documents)
  const archive = archiveOf(source)
  const documents: MovedDocument[] = []
  let triples = 0
  // What our servers alone write, others may have as anything else: it goes where it can be.
  const isEvidence = (path: string) => (isTraboule(known) || isTraboule(conditions)) && isKept(path)
  const hasServed = (path: string) => (isTraboule(known) || isTraboule(conditions)) && isRulesList(path)

  for (const path of whole.containers) {
    if (isEvidence(path)) continue
    triples += await moveContainer(path)
  }
  const evidence = whole.documents.filter(isEvidence)
  const others = whole.documents.filter((path) => !isEvidence(path) && !hasServed(path))
  let done = 0
  await lanes(others, async (path) => {
    documents.push(await moveDocument(path))
    done += 1
    onProgress?.(done, whole.documents.length)
  })
  // Last: where it is, what it says has been made.
  for (const path of whole.documents.filter(hasServed)) documents.push(await moveDocument(path))
  // First: the log goes on while it is read, and then goes further than its list says.
  if (whole.containers.includes('log/') && isTraboule(known)) await keepEvidence(from, to, 'log/', archive)
  for (const path of evidence) {
    documents.push({ path, outcome: await keepEvidence(from, to, path, archive) })
    done += 1
    onProgress?.(done, whole.documents.length)
  }
  for (const [path, those] of waiting) for (const { rule } of those) rules.noPlace(path, rule)
  await keepRules(to, source, archive, rules.left, at)
  const wanted = new Set([...whole.containers, ...whole.documents])
  return {
    documents: documents.sort((one, other) => (one.path < other.path ? -1 : 1)),
    containers: whole.containers.length,
    triples,
    rules: rules.moved,
    onlyThere: before.documents.filter((path) => !wanted.has(path) && !path.startsWith(archivePlace)),
    archive: to.url(archive),
  }

  async function moveContainer(path: string): Promise<number> {
    const url = to.url(path)
    const found = await from.read(from.url(path), 'text/turtle')
    let there = await to.read(url, 'text/turtle')
    if (!there) await to.createContainer(url)
    there ??= await to.read(url, 'text/turtle')
    if (found?.acl) await rules.place(path, url, there?.acl, await from.quads(found.acl), taken(path))
    const description = await copyDescription(from, to, found?.description, async () => there?.description)
    if (!description.isThere) documents.push({ path: `${path}.meta`, outcome: 'refused' })
    return description.triples
  }

  async function moveDocument(path: string): Promise<MovedDocument> {
    try {
      const found = await from.read(from.url(path))
      // Erased since it was listed.
      if (!found) return { path, outcome: 'same' }
      const known = await wantedOf(path, found, from, to)
      const wanted = hasServed(path) ? { ...known, url: to.url(servedPlace(path, found.bytes)) } : known
      const own = found.acl === undefined ? undefined : await from.quads(found.acl)
      // Its rules are there before what it says is.
      if (own) await to.create(wanted.url, wanted.quads ? 'text/turtle' : wanted.type, '')
      const those = taken(path)
      if (own || those.length > 0)
        await rules.place(path, wanted.url, (await to.read(wanted.url))?.acl, own, those)
      const outcome = await copy(path, wanted, from, to)
      triples += wanted.quads?.length ?? 0
      const beside = async () => (await to.read(wanted.url))?.description
      const description = await copyDescription(from, to, found.description, beside)
      triples += description.triples
      return { path, outcome: description.isThere ? outcome : 'refused' }
    } catch (error) {
      // What is refused for what it is stays behind, and is told; anything else would meet all others too.
      if (error instanceof ConnectorError && error.code !== 'server-refused') throw error
      return { path, outcome: 'refused', code: error instanceof ConnectorError ? error.code : 'malformed' }
    }
  }

  function taken(path: string): readonly Waiting[] {
    const those = waiting.get(path) ?? []
    waiting.delete(path)
    return those
  }
}

/** What earlier moves left in the archive, by what it rules. */
async function waitingRules(
  from: End,
  documents: readonly string[],
  there: readonly string[],
): Promise<Map<string, Waiting[]>> {
  const waiting = new Map<string, Waiting[]>()
  for (const path of documents) {
    const [, folder] = /^(archive\/[^/]+\/)rules\.json$/.exec(path) ?? []
    const found = folder && (await from.read(from.url(path)))
    const archive = found ? readArchive(new TextDecoder().decode(found.bytes)) : undefined
    const hasServed = found ? there.includes(servedPlace(path, found.bytes)) : false
    for (const { path: ruled, rule } of archive?.rules ?? []) {
      const name = archive && rule.record?.startsWith(archive.pod) && rule.record.slice(archive.pod.length)
      const record = name ? from.url(`${folder}${name}.nt`) : undefined
      const of = archive as NonNullable<typeof archive>
      waiting.set(ruled, [...(waiting.get(ruled) ?? []), { rule, of, record, hasServed }])
    }
  }
  return waiting
}

async function lanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let at = 0
  const lane = async () => {
    for (let item = items[at++]; item !== undefined; item = items[at++]) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
