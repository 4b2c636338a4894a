import { OperatorApi } from '../accounts/OperatorApi.ts'
import { pick } from '../bilingual.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Command } from './command.ts'
import { allWords, podWord } from './words.ts'

/** A link by which the citizen of a pod chooses a new password. */
export async function resetCommand({ settings, words, print }: Command): Promise<void> {
  const { dataFolder, baseUrl } = settings
  const [pod = ''] = allWords(words, [podWord])
  await assertSameAddress(dataFolder, baseUrl)
  const api = await OperatorApi.of(dataFolder, baseUrl)
  print(await api.resetLink(pod))
  print(
    pick({
      fr: 'À remettre au citoyen lui-même : ce lien vaut une fois, pendant une demi-heure. Une ligne du journal de son espace dit qu’il a été fait.',
      en: 'For the citizen alone: this link is good once, for half an hour. A line in the log of the pod says that it was made.',
    }),
  )
}
