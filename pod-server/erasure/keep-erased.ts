import { erasedKey, erasedNames, saltKey, saltsIn } from '../engine/erased-names.ts'
import type { Change, PodEngine } from '../engine/PodEngine.ts'
import { reading } from '../engine/sqlite/database-file.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { podQuota } from '../server/engine-file.ts'
import { spaceOf, tagOf } from '../storage/record-place.ts'
import { accountEnds, channelEnds } from './account-ends.ts'
import { askedSpace } from './asked-erasure.ts'
import { provenSpace } from './erase.ts'

/** What a data folder knows of erasures: names of erased pods under their salts, proofs, and what was asked for. */
export interface KnownErasures {
  readonly salts: readonly string[]
  readonly names: ReadonlySet<string>
  readonly proofs: readonly (readonly [key: string, value: string])[]
  readonly asked: readonly (readonly [key: string, value: string])[]
}

/** Reads it from a file that nobody has open. @throws what SQLite says of a damaged one. */
export function knownErasures(file: string): KnownErasures {
  return reading(file, (db) => {
    const of = (space: string) =>
      (
        db.prepare('SELECT key, value FROM value WHERE space = ?').all(space) as {
          key: string
          value: string
        }[]
      ).map(({ key, value }) => [key, value] as const)
    const names = of(erasedNames)
    return {
      salts: saltsIn(names.find(([key]) => key === saltKey)?.[1]),
      names: new Set(names.flatMap(([key]) => (key === saltKey ? [] : key))),
      proofs: of(provenSpace),
      asked: of(askedSpace),
    }
  })
}

/**
 * Erases from a back-up, unpacked where nobody has it open, the pods that were erased since it was made, with their accounts;
 * their names stay taken, their proofs stay, and so does what was asked for and is not done.
 *
 * @param to - The file that holds the outcome: what was erased is in none of its pages.
 * @returns how many pods
 */
export async function keepErased(file: string, known: KnownErasures, to: string): Promise<number> {
  const pods = reading(file, (db) => db.prepare('SELECT pod FROM pod').all() as { pod: string }[])
  const engine = await SqliteEngine.open(file, podQuota)
  let count: number
  try {
    await rememberNames(engine, known)
    const gone = pods.filter(({ pod }) => known.salts.some((salt) => known.names.has(erasedKey(salt, pod))))
    for (const { pod } of gone) await eraseAgain(engine, pod)
    await engine.commit({ changes: [...kept(provenSpace, known.proofs), ...(await standing(engine, known))] })
    count = gone.length
  } finally {
    await engine.close()
  }
  // A copy: no connection of this process knows it by another name, with the log of that.
  reading(file, (db) => db.prepare('VACUUM INTO ?').run(to))
  return count
}

/** Under their own salts, beside those that the back-up knows. */
async function rememberNames(engine: PodEngine, { salts, names }: KnownErasures): Promise<void> {
  if (salts.length === 0) return
  const own = saltsIn((await engine.value(erasedNames, saltKey))?.value)
  const all = [...new Set([...own, ...salts])].join(' ')
  const keys = [...names].map((key) => [key, ''] as const)
  await engine.commit({ changes: kept(erasedNames, [[saltKey, all], ...keys]) })
}

async function eraseAgain(engine: PodEngine, pod: string): Promise<void> {
  const account = await accountOf(engine, pod)
  if (account) await engine.commit({ changes: await accountEnds(engine, account) })
  await engine.erase(pod)
  const ends = await channelEnds(engine, pod, account?.webIds ?? [])
  if (ends.length > 0) await engine.commit({ changes: ends })
}

/** The account whose pod it is, as CSS keeps it. */
async function accountOf(engine: PodEngine, name: string) {
  for await (const { value } of engine.values(spaceOf('pod'))) {
    const { baseUrl: pod, accountId } = JSON.parse(value) as { baseUrl: string; accountId: string }
    if (pod.split('/').at(-2) !== name) continue
    const links = await engine.tagged(spaceOf('webIdLink'), tagOf('accountId', accountId))
    return { pod, accountId, webIds: links.map((it) => (JSON.parse(it.value) as { webId: string }).webId) }
  }
  return undefined
}

/** Of accounts that the back-up has. */
async function standing(engine: PodEngine, { asked }: KnownErasures): Promise<Change[]> {
  const there: (readonly [string, string])[] = []
  for (const it of asked) if (await engine.value(spaceOf('account'), it[0])) there.push(it)
  return kept(askedSpace, there)
}

const kept = (space: string, values: readonly (readonly [string, string])[]): Change[] =>
  values.map(([key, value]) => ({ kind: 'set-value', space, key, value }))
