import { OperatorApi } from '../accounts/OperatorApi.ts'
import { type Bilingual, pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { bounds } from '../limits/limits.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Command } from './command.ts'
import { readSize, sizeWords } from './size.ts'
import { allWords, podWord } from './words.ts'

const sizeWord: Bilingual = { fr: '<taille>', en: '<size>' }

/** More room for a citizen, or less. */
export async function setQuotaCommand({ settings, words, print }: Command): Promise<void> {
  const { dataFolder, baseUrl } = settings
  const [pod = '', size = ''] = allWords(words, [podWord, sizeWord])
  const bytes = readSize(size)
  const [least, most] = bounds.podBytes
  if (bytes === undefined || bytes < least || bytes > most) throw badSize(size)
  await assertSameAddress(dataFolder, baseUrl)
  await (await OperatorApi.of(dataFolder, baseUrl)).setQuota(pod, bytes)
  const { fr, en } = sizeWords(bytes)
  print(pick({ fr: `L’espace ${pod} peut prendre ${fr}.`, en: `Pod ${pod} may take ${en}.` }))
}

const badSize = (text: string): PodError =>
  new PodError('bad-usage', {
    fr: `La taille doit être comme 2Go ou 500Mo, et d’au moins 2Mo, pas « ${text} ».`,
    en: `The size must be as 2GB or 500MB, and 2MB at least, not "${text}".`,
  })
