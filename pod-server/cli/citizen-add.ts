import { existsSync } from 'node:fs'
import { addCitizen, assertNewAccount, nameTaken } from '../accounts/citizens.ts'
import { OperatorApi } from '../accounts/OperatorApi.ts'
import { type Bilingual, pick } from '../bilingual.ts'
import { wasErased } from '../engine/erased-names.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { PodError } from '../errors.ts'
import { engineFile, podQuota } from '../server/engine-file.ts'
import type { Command } from './command.ts'
import { newPassword } from './new-password.ts'

const nameWord: Bilingual = { fr: '<nom>', en: '<name>' }
const emailFlag: Bilingual = { fr: '--email', en: '--email' }

export async function addCitizenCommand({ settings, words, flags, print }: Command): Promise<void> {
  const [name] = words
  const { email } = flags
  if (!name || !email) {
    const missing = [...(name ? [] : [nameWord]), ...(email ? [] : [emailFlag])]
    const list = (language: keyof Bilingual) => missing.map((it) => it[language]).join(', ')
    throw new PodError('bad-usage', {
      fr: `Il manque ${list('fr')} : traboule-pod citizen add alice --email alice@exemple.fr`,
      en: `${list('en')} missing: traboule-pod citizen add alice --email alice@example.org`,
    })
  }
  const { password, shown } = newPassword({ flags })
  await assertNotErased(settings.dataFolder, name)
  const { dataFolder, baseUrl } = settings
  assertNewAccount({ name, email, password })
  const invitation = await (await OperatorApi.of(dataFolder, baseUrl)).invite({ email })
  const { pod, webId } = await addCitizen(baseUrl, { name, email, password }, invitation)
  print(`${pick({ fr: 'Espace', en: 'Pod' })}    ${pod}`)
  print(`WebID     ${webId}`)
  print(`E-mail    ${email}`)
  for (const line of shown) print(line)
}

/** The server refuses it too, but once the account is made, which would then have no pod. */
async function assertNotErased(dataFolder: string, name: string): Promise<void> {
  const file = engineFile(dataFolder)
  if (!existsSync(file)) return
  const engine = await SqliteEngine.open(file, podQuota)
  try {
    if (await wasErased(engine, name)) throw nameTaken(name)
  } finally {
    await engine.close()
  }
}
