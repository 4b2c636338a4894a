import { faultWords } from '#vocab/journal/fault-words'
import type { Fault } from '#vocab/journal/verify'
import { type Bilingual, pick } from '../bilingual.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { PodError } from '../errors.ts'
import { podsOf, rewrittenSince } from '../journal/roots.ts'
import { verifyPod } from '../journal/verify-pod.ts'
import { podsIn } from '../server/data-folder.ts'
import { podQuota } from '../server/engine-file.ts'
import type { Command } from './command.ts'
import { explained } from './explained.ts'

/** Verifies the journal of one pod, or of all, the server running or stopped. */
export async function verifyJournals({ settings: { dataFolder }, words, print }: Command): Promise<void> {
  const file = await podsIn(dataFolder)
  const engine = await SqliteEngine.open(file, podQuota)
  try {
    const [pod] = words
    let broken = 0
    for await (const name of pod === undefined ? podsOf(engine.journals) : [pod]) {
      const verified = await explained(file, () => verifyPod(engine.journals, name))
      if (!verified) throw noJournal(name)
      const { count, erased } = verified
      const rewritten = await rewrittenSince(engine, name)
      const faults = [
        ...verified.faults,
        ...rewritten.map((number) => ({ number, kind: 'rewritten' as const })),
      ]
      if (faults.length > 0) broken += 1
      print(pick(faults.length > 0 ? told(name, faults) : sound(name, count, erased)))
    }
    if (broken > 0) throw notAsWritten(broken)
  } finally {
    await engine.close()
  }
}

function sound(name: string, count: number, erased: number): Bilingual {
  return {
    fr: `${name.padEnd(24)} ${count} lignes, toutes comme elles ont été écrites${erased ? `, ${erased} effacées` : ''}`,
    en: `${name.padEnd(24)} ${count} lines, all as they were written${erased ? `, ${erased} erased` : ''}`,
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

export const noJournal = (name: string): PodError =>
  new PodError('not-found', {
    fr: `Il n’y a pas de journal de « ${name} » : vérifiez le nom de l’espace.`,
    en: `There is no journal of "${name}": check the name of the pod.`,
  })

const notAsWritten = (count: number): PodError =>
  new PodError('journal-broken', {
    fr: `${count > 1 ? `${count} journaux ne sont plus ce qui a été écrit` : 'Un journal n’est plus ce qui a été écrit'} : gardez ce dossier de données tel quel, et comparez-le à une sauvegarde.`,
    en: `${count > 1 ? `${count} journals are` : 'One journal is'} no longer what was written: keep this data folder as it is, and compare it with a back-up.`,
  })
