import { existsSync } from 'node:fs'
import { operatorExport } from '#vocab/journal/entry'
import { OperatorApi } from '../accounts/OperatorApi.ts'
import { exportPod } from '../archive/export-pod.ts'
import { noPod } from '../archive/refusals.ts'
import { pick } from '../bilingual.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { PodError } from '../errors.ts'
import { noteOperator } from '../journal/note-operator.ts'
import { podsIn, recordedAddress } from '../server/data-folder.ts'
import { podQuota } from '../server/engine-file.ts'
import { holdFolder } from '../server/folder-lock.ts'
import type { Command } from './command.ts'
import { explain, explained } from './explained.ts'
import { allWords, folderWord, pathOf, podWord } from './words.ts'

/** One pod into a new folder of files, whether a server serves it or not. */
export async function exportCommand({ settings, words, print }: Command): Promise<void> {
  const [pod = '', to] = allWords(words, [podWord, folderWord])
  const target = pathOf(to)
  const file = await podsIn(settings.dataFolder)
  if (existsSync(target)) throw explain(target, { code: 'EEXIST' })
  const address = (await recordedAddress(settings.dataFolder)) ?? settings.baseUrl
  const engine = await SqliteEngine.open(file, podQuota)
  try {
    await explained(file, () => noted(engine, pod, settings.dataFolder, address))
    const count = await explained(target, () => exportPod(engine, pod, target, address))
    print(pick({ fr: `${count} ressources : ${target}`, en: `${count} resources: ${target}` }))
    print(
      pick({
        fr: `Ce sont les données privées de ${pod} : ne les remettez qu’à cette personne. LISEZMOI.md les explique.`,
        en: `These are the private data of ${pod}: hand them to that person alone. README.md explains them.`,
      }),
    )
  } finally {
    await engine.close()
  }
}

/** In the citizen's journal before anything is read: by the server where one runs, for two do not write in one file. */
async function noted(engine: SqliteEngine, pod: string, dataFolder: string, address: string): Promise<void> {
  const letGo = await holdFolder(dataFolder).catch((error: unknown) => {
    if (error instanceof PodError && error.code === 'folder-in-use') return undefined
    throw error
  })
  if (!letGo) return (await OperatorApi.of(dataFolder, address)).noteExport(pod)
  try {
    if (!(await noteOperator(engine, pod, operatorExport, 'read'))) throw noPod(pod)
  } finally {
    await letGo()
  }
}
