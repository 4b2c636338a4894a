import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assertNewAccount } from '../accounts/citizens.ts'
import { type Entry, filesName, openExport } from '../archive/manifest.ts'
import { pick } from '../bilingual.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { podsIn, recordedAddress } from '../server/data-folder.ts'
import { stopServerFirst } from '../server/folder-errors.ts'
import { holdFolder } from '../server/folder-lock.ts'
import type { Command } from './command.ts'
import { explain, explained } from './explained.ts'
import { newPassword } from './new-password.ts'
import { Misused } from './usage.ts'
import { allWords, folderWord, pathOf, podWord } from './words.ts'

/** An exported folder into a pod that is not there, with an account for its citizen; the server is stopped. */
export async function importCommand({ settings, words, flags, print }: Command): Promise<void> {
  const { dataFolder } = settings
  const [name = '', from] = allWords(words, [podWord, folderWord])
  const { email } = flags
  if (!email) throw new Misused({ fr: 'Il manque --email <e-mail>.', en: '--email <e-mail> missing.' })
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
  let leftOut: readonly Entry[]
  try {
    const engine = await SqliteEngine.open(file, settings.limits.podBytes)
    try {
      leftOut = await explained(source, () => importPod(engine, source, manifest, citizen))
    } finally {
      await engine.close()
    }
  } finally {
    await letGo()
  }
  const count = manifest.resources.length - leftOut.length
  print(
    pick({
      fr: `Espace    ${address}${name}/ (${count} ressources)`,
      en: `Pod       ${address}${name}/ (${count} resources)`,
    }),
  )
  for (const { path, file } of leftOut) {
    const place = file === undefined ? `${path}/` : join(source, filesName, file)
    print(
      pick({
        fr: `Laissé    ${place} : son nom ne fait pas une adresse, il n’est pas importé. Si vous en avez besoin, déposez-le sous un autre nom.`,
        en: `Left out  ${place}: its name makes no address, it is not imported. If you need it, put it under another name.`,
      }),
    )
  }
  print(`E-mail    ${email}`)
  for (const line of shown) print(line)
  print(
    pick({
      fr: `Démarrez le serveur : ${name} se connecte à ${address}.account/`,
      en: `Start the server: ${name} logs in at ${address}.account/`,
    }),
  )
}
