import { OperatorApi } from '../accounts/OperatorApi.ts'
import { type Bilingual, pick } from '../bilingual.ts'
import { type PurposeName, purposes } from '../keys/purposes.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Command } from './command.ts'
import { Misused } from './usage.ts'
import { allWords } from './words.ts'

const names = Object.keys(purposes) as PurposeName[]
const list = names.join('|')
const purposeWord: Bilingual = { fr: list, en: list }

/** What becomes of what the old key has signed. */
const after: Readonly<Record<PurposeName, Bilingual>> = {
  tokens: {
    fr: 'L’ancienne clé ne signe plus. Ce qu’elle a signé vaut encore deux heures au plus ; personne n’est déconnecté.',
    en: 'The old key signs no more. What it has signed counts for two hours at most; nobody is logged out.',
  },
  webhooks: {
    fr: 'L’ancienne clé ne signe plus. Ce qu’elle a signé se vérifie encore deux heures.',
    en: 'The old key signs no more. What it has signed can be verified for two hours.',
  },
  receipts: {
    fr: 'L’ancienne clé ne signe plus, et sa partie privée est effacée. Les reçus qu’elle a signés se vérifient toujours.',
    en: 'The old key signs no more, and its private part is gone. The receipts that it has signed can be verified as before.',
  },
}

/** Another key for one purpose, as from time to time, or once somebody else may have had the old one. */
export async function renewKeys({ settings, words, print }: Command): Promise<void> {
  const { dataFolder, baseUrl } = settings
  const [given = ''] = allWords(words, [purposeWord])
  const purpose = names.find((name) => name === given)
  if (!purpose) throw new Misused({ fr: `Une clé de : ${list}`, en: `A key of: ${list}` })
  await assertSameAddress(dataFolder, baseUrl)
  const kid = await (await OperatorApi.of(dataFolder, baseUrl)).renewKey(purpose)
  print(pick({ fr: `Nouvelle clé : ${kid}`, en: `New key: ${kid}` }))
  print(pick(after[purpose]))
}
