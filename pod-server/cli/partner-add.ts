import { OperatorApi } from '../accounts/OperatorApi.ts'
import { domains } from '../accounts/partner-domains.ts'
import { addPartner } from '../accounts/partners.ts'
import { pick } from '../bilingual.ts'
import { PodError } from '../errors.ts'
import { readRate } from '../limits/limits.ts'
import { assertSameAddress } from '../server/data-folder.ts'
import type { Command } from './command.ts'
import { assertReturnAddress } from './return-address.ts'

export async function addPartnerCommand({ settings, words, flags, print }: Command): Promise<void> {
  const [id] = words
  const { name, connector: named, return: returnTo } = flags
  const [connector, domain] = named ? categoryOf(named) : []
  if (!id || !name || !connector || !domain) {
    const missing = { '<id>': id, '--name': name, '--connector': connector }
    throw incomplete(Object.entries(missing).flatMap(([it, value]) => (value ? [] : [it])))
  }
  if (returnTo !== undefined) assertReturnAddress(returnTo, settings.baseUrl)
  const rate = flags['rate'] === undefined ? undefined : readRate(flags['rate'])
  if (flags['rate'] !== undefined && !rate) throw badRate(flags['rate'])
  await assertSameAddress(settings.dataFolder, settings.baseUrl)
  // Else the credentials would lie in a folder of which this server knows nothing.
  const operator = await OperatorApi.of(settings.dataFolder, settings.baseUrl)
  const partner = { id, name, connector, domain, returnTo, rate }
  const { webId, path } = await addPartner(settings.baseUrl, settings.dataFolder, partner, operator)
  print(`WebID    ${webId}`)
  print(
    pick({
      fr: `Identifiants du partenaire, à lui remettre : ${path}`,
      en: `The partner’s credentials, to hand over: ${path}`,
    }),
  )
}

/** `electricity,gas`, each once, and the category that both write. @throws PodError `bad-usage` */
function categoryOf(named: string): [connector: string, domain: string] {
  const connectors = [...new Set(named.split(',').map((it) => it.trim()))]
  const written = connectors.map((it) => {
    const domain = Object.hasOwn(domains, it) ? domains[it] : undefined
    if (domain === undefined) throw noConnector(it)
    return domain
  })
  const [domain = ''] = written
  if (written.some((it) => it !== domain)) throw severalCategories(connectors)
  return [connectors.join(','), domain]
}

/** A citizen connects a partner to one folder, of one category, by one consent. */
function severalCategories(connectors: readonly string[]): PodError {
  const list = connectors.map((it) => `${it}: ${domains[it]}`).join(', ')
  return new PodError('bad-usage', {
    fr: `Les connecteurs d’un partenaire écrivent une seule catégorie, et ceux-ci plusieurs (${list}) : enregistrez-le une fois par catégorie, sous un autre <id>.`,
    en: `The connectors of a partner write one category, and these several (${list}): register it once for each category, under another <id>.`,
  })
}

function noConnector(text: string): PodError {
  const known = Object.keys(domains).join(', ')
  return new PodError('bad-usage', {
    fr: `« ${text} » n’est pas un connecteur (${known}).`,
    en: `"${text}" is not a connector (${known}).`,
  })
}

function badRate(text: string): PodError {
  return new PodError('bad-usage', {
    fr: `--rate doit dire combien de demandes par seconde, et d’un coup, comme 200/5000, pas « ${text} ».`,
    en: `--rate must say how many requests a second, and at once, as 200/5000, not "${text}".`,
  })
}

function incomplete(missing: readonly string[]): PodError {
  const list = missing.join(', ')
  return new PodError('bad-usage', {
    fr: `Il manque ${list} : traboule-pod partner add ma-banque --name "Ma Banque" --connector bank`,
    en: `${list} missing: traboule-pod partner add my-bank --name "My Bank" --connector bank`,
  })
}
