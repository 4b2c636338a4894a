import { existsSync } from 'node:fs'
import { exportPod } from '../archive/export-pod.ts'
import { pick } from '../bilingual.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { podsIn, recordedAddress } from '../server/data-folder.ts'
import { podQuota } from '../server/engine-file.ts'
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
