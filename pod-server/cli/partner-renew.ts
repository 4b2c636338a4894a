import { OperatorApi } from '../accounts/OperatorApi.ts'
import { renewPartner } from '../accounts/partners.ts'
import { pick } from '../bilingual.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Command } from './command.ts'
import { allWords, idWord } from './words.ts'

/** New client credentials for a partner whose own are lost, or known to somebody else. */
export async function renewPartnerCommand({ settings, words, print }: Command): Promise<void> {
  const { dataFolder, baseUrl } = settings
  const [id = ''] = allWords(words, [idWord])
  await assertSameAddress(dataFolder, baseUrl)
  const api = await OperatorApi.of(dataFolder, baseUrl)
  const { webId, path } = await renewPartner(api, baseUrl, dataFolder, id)
  print(`WebID    ${webId}`)
  print(
    pick({
      fr: `Nouveaux identifiants du partenaire, à lui remettre : ${path}`,
      en: `The partner’s new credentials, to hand over: ${path}`,
    }),
  )
  print(
    pick({
      fr: 'Les anciens ne valent plus rien, ni les jetons qu’ils ont obtenus.',
      en: 'The old ones are worth nothing, nor are the tokens that they got.',
    }),
  )
}
