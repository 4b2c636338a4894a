import { OperatorApi } from '../accounts/OperatorApi.ts'
import { noPartner } from '../accounts/refusals.ts'
import { PartnerRegistry } from '../agent/registry.ts'
import { type Bilingual, pick } from '../bilingual.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Command } from './command.ts'
import { assertReturnAddress } from './return-address.ts'
import { allWords, idWord } from './words.ts'

const addressWord: Bilingual = { fr: '<adresse>', en: '<address>' }

/** Where a partner's site takes its customers back: this address, and no other any more. */
export async function setReturnCommand({ settings, words, print }: Command): Promise<void> {
  const { dataFolder, baseUrl } = settings
  const [id = '', address = ''] = allWords(words, [idWord, addressWord])
  assertReturnAddress(address, baseUrl)
  await assertSameAddress(dataFolder, baseUrl)
  // Else it would stand in a folder of which this server knows nothing.
  await OperatorApi.of(dataFolder, baseUrl)
  const registry = new PartnerRegistry(dataFolder)
  const partner = await registry.find(id)
  if (!partner) throw noPartner(id)
  await registry.add({ ...partner, returns: [address] })
  print(
    pick({
      fr: `Le site de ${id} reprend ses clients à ${address}, et à aucune autre adresse.`,
      en: `The site of ${id} takes its customers back at ${address}, and at no other address.`,
    }),
  )
}
