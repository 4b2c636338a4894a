import { readFile } from 'node:fs/promises'
import { faultWords } from '#vocab/journal/fault-words'
import type { Fault } from '#vocab/journal/verify'
import { type Bilingual, pick } from '../bilingual.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { podsWithoutJournal } from '../engine/sqlite/pods-without-journal.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { PodError } from '../errors.ts'
import { type AgainstKept, againstKept, keptRoots } from '../journal/against-kept.ts'
import { againstRoots, type Gone, missing } from '../journal/against-roots.ts'
import { earlyLine } from '../journal/forget.ts'
import { type DailyRoot, endOf, headAt, podsOf } from '../journal/roots.ts'
import { verifyPod } from '../journal/verify-pod.ts'
import { podsIn } from '../server/data-folder.ts'
import { podQuota } from '../server/engine-file.ts'
import type { Command } from './command.ts'
import { explained } from './explained.ts'
import { pathOf } from './words.ts'

/** Verifies the journal of one pod, or of all, the server running or stopped. */
export async function verifyJournals({ settings, words, flags, print }: Command): Promise<void> {
  const { dataFolder } = settings
  const kept = await keptIn(flags['against'])
  const file = await podsIn(dataFolder)
  const engine = await SqliteEngine.open(file, podQuota)
  try {
    const [pod] = words
    const now = Date.now()
    const byRoots = await explained(file, () => againstRoots(engine, now))
    const byKept = kept && (await explained(file, () => againstKept(engine, kept, now)))
    const short = byRoots.gone.filter((gone) => missing(gone) > 0)
    let broken = 0
    for await (const name of pod === undefined ? podsOf(engine.journals) : [pod]) {
      const verified = await explained(file, () => verifyPod(engine.journals, name))
      const early = await earlyLine(engine, name, now)
      if (!verified) throw noJournal(name)
      const { count, erased } = verified
      const rewritten = byRoots.rewritten.get(name) ?? []
      const faults = [
        ...early.map((number) => ({ number, kind: 'early' as const })),
        ...verified.faults,
        ...rewritten.map((number) => ({ number, kind: 'rewritten' as const })),
      ]
      if (faults.length > 0) broken += 1
      print(pick(faults.length > 0 ? told(name, faults) : sound(name, count, erased)))
      const late = await beganLate(engine, name, short)
      if (late) print(pick(maybeAnew(late)))
      if (late && pod !== undefined) broken += 1
    }
    if (pod === undefined) {
      const without = [...podsWithoutJournal(file)]
      for (const name of without) print(pick(lost(name)))
      for (const gone of byRoots.gone) print(pick(notHere(gone)))
      // What a pod here has not is among what the roots miss.
      broken += Math.max(without.length, ...short.map(missing))
    }
    for (const day of byRoots.unsound) print(pick(unsoundRoot(day)))
    for (const line of byKept ? keptWords(byKept) : []) print(pick(line))
    const others = byKept ? byKept.others.length + byKept.rewritten.length : 0
    if (broken > 0 || byRoots.unsound.length > 0 || others > 0) throw notAsWritten(broken)
  } finally {
    await engine.close()
  }
}

/** The first day with a root that misses more journals than were erased, and none of before of this one. */
async function beganLate(
  { journals }: PodEngine,
  name: string,
  short: readonly Gone[],
): Promise<string | undefined> {
  for (const { until } of short) if (!(await headAt(journals, name, endOf(until)))) return until
  return undefined
}

function sound(name: string, count: number, erased: number): Bilingual {
  return {
    fr: `${name.padEnd(24)} ${count > 1 ? `${count} lignes, toutes comme elles ont été écrites` : `${count} ligne, comme elle a été écrite`}${erased ? `, ${erased} effacées` : ''}`,
    en: `${name.padEnd(24)} ${count > 1 ? `${count} lines, all as they were written` : `${count} line, as it was written`}${erased ? `, ${erased} erased` : ''}`,
  }
}

function told(name: string, faults: readonly Fault[]): Bilingual {
  const list = (language: keyof Bilingual, line: string) =>
    faults.map(({ number, kind }) => `${line} ${number} ${faultWords[kind][language]}`).join(', ')
  return {
    fr: `${name.padEnd(24)} ${list('fr', 'ligne')}`,
    en: `${name.padEnd(24)} ${list('en', 'line')}`,
  }
}

const lost = (name: string): Bilingual => ({
  fr: `${name.padEnd(24)} un espace sans journal : il a été supprimé`,
  en: `${name.padEnd(24)} a pod without a journal: it was removed`,
})

const maybeAnew = (day: string): Bilingual => ({
  fr: `${' '.repeat(24)} rien du ${day} ni d’avant, où il manque un journal : peut-être récrit comme s’il commençait après`,
  en: `${' '.repeat(24)} nothing of ${day} or before, where a journal is missing: maybe written anew as if it began later`,
})

function notHere(gone: Gone): Bilingual {
  const { from, until, count, erased } = gone
  const [fr, en] =
    from === until
      ? [`de l’empreinte du ${from}`, `the root of ${from}`]
      : [`des empreintes du ${from} au ${until}`, `the roots of ${from} to ${until}`]
  const here = {
    fr: `${count} ${count > 1 ? 'espaces' : 'espace'} ${fr} ${count > 1 ? 'ne sont' : 'n’est'} plus ici`,
    en: `${count} ${count > 1 ? 'pods' : 'pod'} of ${en} ${count > 1 ? 'are' : 'is'} not here any more`,
  }
  const since = {
    fr:
      erased > 1
        ? `${erased} ont été effacés depuis`
        : `${erased === 1 ? 'un a' : 'aucun n’a'} été effacé depuis`,
    en: erased > 1 ? `${erased} were erased since` : `${erased === 1 ? 'one' : 'none'} was erased since`,
  }
  const more = missing(gone)
  if (more === 0) return { fr: `${here.fr} : ${since.fr}`, en: `${here.en}: ${since.en}` }
  return {
    fr: `${here.fr}, et ${since.fr} : ${more > 1 ? `${more} journaux ont été supprimés ou récrits` : 'un journal a été supprimé ou récrit'}`,
    en: `${here.en}, and ${since.en}: ${more > 1 ? `${more} journals were` : 'one journal was'} removed or written anew`,
  }
}

const unsoundRoot = (day: string): Bilingual => ({
  fr: `L’empreinte du ${day} n’est pas celle de ce qui est gardé de ce jour.`,
  en: `The root of ${day} is not over what is kept of that day.`,
})

/** Of a file that somebody kept. @throws PodError `not-roots` */
async function keptIn(word: string | undefined): Promise<DailyRoot[] | undefined> {
  if (word === undefined) return undefined
  const file = pathOf(word)
  const roots = keptRoots(await explained(file, () => readFile(file, 'utf8')))
  if (!roots) throw noRoots(file)
  return roots
}

function keptWords({ others, rewritten, shown, open }: AgainstKept): Bilingual[] {
  const of = (days: readonly string[], fr: string, en: string): Bilingual[] =>
    days.length === 0 ? [] : [{ fr: `${fr} : ${days.join(', ')}`, en: `${en}: ${days.join(', ')}` }]
  return [
    ...of(
      others,
      'L’empreinte gardée n’est pas celle qui est ici',
      'The root that was kept is not the one that is here',
    ),
    ...of(
      rewritten,
      'L’empreinte gardée n’est plus celle des journaux d’ici, et aucun espace n’a été effacé depuis',
      'The root that was kept is not over the journals that are here any more, and no pod was erased since',
    ),
    ...of(
      shown,
      'L’empreinte gardée est bien celle des journaux d’ici',
      'The root that was kept is over the journals that are here',
    ),
    ...of(
      open,
      'Rien ne le montre plus, des espaces ayant été effacés depuis',
      'Nothing shows it any more, for pods were erased since',
    ),
  ]
}

const noRoots = (file: string): PodError =>
  new PodError('not-roots', {
    fr: `${file} ne contient pas d’empreintes : gardez ce que <adresse>/.journal/roots répond, tel quel.`,
    en: `${file} has no roots in it: keep what <address>/.journal/roots answers, as it is.`,
  })

export const noJournal = (name: string): PodError =>
  new PodError('not-found', {
    fr: `Il n’y a pas de journal de « ${name} » : vérifiez le nom de l’espace.`,
    en: `There is no journal of "${name}": check the name of the pod.`,
  })

const notAsWritten = (count: number): PodError =>
  new PodError('journal-broken', {
    fr: `${frenchCount(count)} ce qui a été écrit : gardez ce dossier de données tel quel, et comparez-le à une sauvegarde.`,
    en: `${englishCount(count)} no longer what was written: keep this data folder as it is, and compare it with a back-up.`,
  })

function frenchCount(count: number): string {
  if (count === 0) return 'Les empreintes des journaux ne sont plus'
  return count > 1 ? `${count} journaux ne sont plus` : 'Un journal n’est plus'
}

function englishCount(count: number): string {
  if (count === 0) return 'The roots of the journals are'
  return count > 1 ? `${count} journals are` : 'One journal is'
}
