import { addPartner } from '../accounts/partners.ts'
import { pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Command } from './command.ts'

/** Which category of data each connector writes. */
const domains: Readonly<Record<string, string>> = { bank: 'bank', electricity: 'energy' }

export async function addPartnerCommand({ settings, words, flags, print }: Command): Promise<void> {
  const [id] = words
  const { name, connector = '' } = flags
  const domain = Object.hasOwn(domains, connector) ? domains[connector] : undefined
  if (!id || !name || !domain) {
    const known = Object.keys(domains).join(', ')
    throw new PodError('bad-usage', {
      fr: `Il faut un identifiant, un nom et un connecteur (${known}) : traboule-pod partner add ma-banque --name "Ma Banque" --connector bank`,
      en: `An id, a name and a connector (${known}) are needed: traboule-pod partner add my-bank --name "My Bank" --connector bank`,
    })
  }
  await assertSameAddress(settings.dataFolder, settings.baseUrl)
  const { webId, path } = await addPartner(settings.baseUrl, settings.dataFolder, {
    id,
    name,
    connector,
    domain,
  })
  print(`WebID    ${webId}`)
  print(
    pick({
      fr: `Identifiants du partenaire, à lui remettre : ${path}`,
      en: `The partner's credentials, to hand over: ${path}`,
    }),
  )
}
