import { addCitizen } from '../accounts/citizens.ts'
import { type Bilingual, pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
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
  const { pod, webId } = await addCitizen(settings.baseUrl, { name, email, password })
  print(`${pick({ fr: 'Espace', en: 'Pod' })}    ${pod}`)
  print(`WebID     ${webId}`)
  print(`E-mail    ${email}`)
  for (const line of shown) print(line)
}
