import { stat } from 'node:fs/promises'
import { assertNewAccount } from '../accounts/citizens.ts'
import { openExport } from '../archive/manifest.ts'
import { pick } from '../bilingual.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { podsIn, recordedAddress } from '../server/data-folder.ts'
import { podQuota } from '../server/engine-file.ts'
import { stopServerFirst } from '../server/folder-errors.ts'
import { holdFolder } from '../server/folder-lock.ts'
import type { Command } from './command.ts'
import { explain, explained } from './explained.ts'
import { newPassword } from './new-password.ts'
import { misused } from './usage.ts'
import { allWords, folderWord, pathOf, podWord } from './words.ts'

/** An exported folder into a pod that is not there, with an account for its citizen; the server is stopped. */
export async function importCommand({ settings, words, flags, print }: Command): Promise<void> {
  const { dataFolder } = settings
  const [name = '', from] = allWords(words, [podWord, folderWord])
  const { email } = flags
  if (!email) throw misused({ fr: 'Il manque --email <e-mail>.', en: '--email <e-mail> missing.' })
  const { password, shown } = newPassword({ flags })
  const citizen = { name, email, password }
  assertNewAccount(citizen)
  // All that can be refused without the folder to oneself is refused before.
  const source = pathOf(from)
  const file = await podsIn(dataFolder)
  const address = (await recordedAddress(dataFolder)) ?? settings.baseUrl
  const manifest = await explained(source, async () => {
    if (!(await stat(source)).isDirectory()) throw explain(source, { code: 'ENOTDIR' })
    return openExport(source, name, address)
  })
  // The server's modules take seconds to load: refusals are quicker.
  const { importPod } = await import('../archive/import-pod.ts')
  const letGo = await holdFolder(dataFolder, stopServerFirst)
  try {
    const engine = await SqliteEngine.open(file, podQuota)
    try {
      await explained(source, () => importPod(engine, source, manifest, citizen))
    } finally {
      await engine.close()
    }
  } finally {
    await letGo()
  }
  const count = manifest.resources.length
  print(
    pick({
      fr: `Espace    ${address}${name}/ (${count} ressources)`,
      en: `Pod       ${address}${name}/ (${count} resources)`,
    }),
  )
  print(`E-mail    ${email}`)
  for (const line of shown) print(line)
  print(
    pick({
      fr: `Démarrez le serveur : ${name} se connecte à ${address}.account/`,
      en: `Start the server: ${name} logs in at ${address}.account/`,
    }),
  )
}
