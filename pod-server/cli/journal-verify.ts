import { readFile } from 'node:fs/promises'
import { faultWords } from '#vocab/journal/fault-words'
import type { Fault } from '#vocab/journal/verify'
import { type Bilingual, pick } from '../bilingual.ts'
import { podsWithoutJournal } from '../engine/sqlite/pods-without-journal.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { PodError } from '../errors.ts'
import { type AgainstKept, againstKept, keptRoots } from '../journal/against-kept.ts'
import { againstRoots, type Gone } from '../journal/against-roots.ts'
import { earlyLine } from '../journal/forget.ts'
import { type DailyRoot, podsOf } from '../journal/roots.ts'
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
    }
    if (pod === undefined) {
      for (const name of podsWithoutJournal(file)) {
        broken += 1
        print(pick(lost(name)))
      }
      for (const gone of byRoots.gone) print(pick(notHere(gone)))
    }
    for (const day of byRoots.unsound) print(pick(unsoundRoot(day)))
    for (const line of byKept ? keptWords(byKept) : []) print(pick(line))
    if (broken > 0 || byRoots.unsound.length > 0 || (byKept?.others.length ?? 0) > 0)
      throw notAsWritten(broken)
  } finally {
    await engine.close()
  }
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

function notHere({ from, until, count }: Gone): Bilingual {
  const [fr, en] =
    from === until
      ? [`de l’empreinte du ${from}`, `the root of ${from}`]
      : [`des empreintes du ${from} au ${until}`, `the roots of ${from} to ${until}`]
  return {
    fr: `${count} ${count > 1 ? 'espaces' : 'espace'} ${fr} ${count > 1 ? 'ne sont' : 'n’est'} plus ici : effacés par vous, ou journaux supprimés`,
    en: `${count} ${count > 1 ? 'pods' : 'pod'} of ${en} ${count > 1 ? 'are' : 'is'} not here any more: erased by you, or journals removed`,
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

function keptWords({ others, shown, open }: AgainstKept): Bilingual[] {
  const of = (days: readonly string[], fr: string, en: string): Bilingual[] =>
    days.length === 0 ? [] : [{ fr: `${fr} : ${days.join(', ')}`, en: `${en}: ${days.join(', ')}` }]
  return [
    ...of(
      others,
      'L’empreinte gardée n’est pas celle qui est ici',
      'The root that was kept is not the one that is here',
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
