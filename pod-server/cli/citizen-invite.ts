import { OperatorApi } from '../accounts/OperatorApi.ts'
import { pick } from '../bilingual.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Command } from './command.ts'

/** A link by which somebody makes their account and their pod, and chooses everything themselves. */
export async function inviteCommand({ settings, flags, print }: Command): Promise<void> {
  const { dataFolder, baseUrl } = settings
  await assertSameAddress(dataFolder, baseUrl)
  const api = await OperatorApi.of(dataFolder, baseUrl)
  const { email } = flags
  if (email !== undefined) {
    await api.inviteByLetter(email)
    return print(
      pick({ fr: `Une invitation part pour ${email}.`, en: `An invitation is on its way to ${email}.` }),
    )
  }
  const code = await api.invite({})
  print(`${baseUrl}.account/join/#${code}`)
  print(
    pick({
      fr: 'À remettre à une seule personne : ce lien vaut une fois, pendant 14 jours.',
      en: 'For one person alone: this link is good once, for 14 days.',
    }),
  )
}
