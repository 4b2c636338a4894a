import { randomBytes } from 'node:crypto'
import { addCitizen } from '../accounts/citizens.ts'
import { pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import type { Command } from './command.ts'

export async function addCitizenCommand({ settings, words, flags, print }: Command): Promise<void> {
  const [name] = words
  const { email } = flags
  if (!name || !email) {
    throw new PodError('bad-usage', {
      fr: 'Il faut un nom et un e-mail : traboule-pod citizen add alice --email alice@exemple.fr',
      en: 'A name and an e-mail are needed: traboule-pod citizen add alice --email alice@example.org',
    })
  }
  const password =
    flags['password'] ?? process.env['TRABOULE_PASSWORD'] ?? randomBytes(12).toString('base64url')
  const { pod, webId } = await addCitizen(settings.baseUrl, { name, email, password })
  print(`${pick({ fr: 'Espace', en: 'Pod' })}    ${pod}`)
  print(`WebID     ${webId}`)
  print(`E-mail    ${email}`)
  if (!flags['password'] && !process.env['TRABOULE_PASSWORD']) {
    print(
      pick({
        fr: `Mot de passe, montré une seule fois : ${password}`,
        en: `Password, shown this once: ${password}`,
      }),
    )
  }
}
