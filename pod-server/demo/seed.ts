import { join } from 'node:path'
import { addCitizen } from '../accounts/citizens.ts'
import { OperatorApi } from '../accounts/OperatorApi.ts'
import { addPartner } from '../accounts/partners.ts'
import type { Progress } from '../cli/progress.ts'
import type { Settings } from '../settings.ts'
import { returnUrl } from './customer-space.ts'
import { deliveries } from './deliveries.ts'
import { Done } from './done.ts'
import { runPartner } from './partner-process.ts'
import { citizens, onboardingPartner, partners } from './people.ts'

/**
 * Brings the demonstration to its first day, through the same doors as everybody: the account API, the authorization
 * agent, the partners' own processes. What an earlier start did is kept; an interrupted one is taken up again.
 *
 * @throws what `signal` says, once it is aborted.
 */
export async function seed(settings: Settings, progress: Progress, signal: AbortSignal): Promise<void> {
  const { baseUrl, dataFolder } = settings
  const done = await Done.read(dataFolder)
  const operator = await OperatorApi.of(dataFolder, baseUrl)
  for (const partner of [...partners, { ...onboardingPartner, returnTo: returnUrl(settings) }]) {
    signal.throwIfAborted()
    await done.making(`partner ${partner.id}`, async () => {
      progress.step({ fr: `Partenaire ${partner.name}`, en: `Partner ${partner.name}` })
      await addPartner(baseUrl, dataFolder, partner, operator)
    })
  }
  for (const citizen of citizens) {
    signal.throwIfAborted()
    await done.making(`citizen ${citizen.name}`, async () => {
      progress.step({ fr: `Espace personnel : ${citizen.name}`, en: `Pod of ${citizen.name}` })
      const { email } = citizen
      const { account } = await addCitizen(baseUrl, citizen, await operator.invite({ email }))
      // The citizen's own word, on the account origin: this partner may add to a container of mine.
      for (const { id } of partners) {
        await account.agent('partners', { partner: id, pod: `${baseUrl}${citizen.name}/` })
      }
    })
  }
  for (const delivery of deliveries) {
    signal.throwIfAborted()
    await done.once(`delivery ${delivery.to} ${delivery.partner} ${delivery.name}`, async () => {
      progress.step({
        fr: `${delivery.title.fr} → espace personnel : ${delivery.to}`,
        en: `${delivery.title.en} → pod of ${delivery.to}`,
      })
      const file = await delivery.file(join(dataFolder, 'demo'), signal)
      const webId = `${baseUrl}${delivery.to}/profile/card#me`
      await runPartner(['import', file, '--partner', delivery.partner, '--to', webId], dataFolder, signal)
    })
  }
}
