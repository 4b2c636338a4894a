import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AccountApi } from '../accounts/AccountApi.ts'
import { addCitizen } from '../accounts/citizens.ts'
import { addPartner } from '../accounts/partners.ts'
import { PartnerRegistry } from '../agent/registry.ts'
import type { Progress } from '../cli/progress.ts'
import type { Settings } from '../settings.ts'
import { deliveries } from './deliveries.ts'
import { runPartner } from './partner-process.ts'
import { citizens, partners } from './people.ts'

/**
 * Brings the demonstration to its first day, through the same doors as everybody: the account API, the authorization
 * agent, the partners' own processes. What an earlier start did is kept; an interrupted one is taken up again.
 *
 * @throws what `signal` says, once it is aborted.
 */
export async function seed(settings: Settings, progress: Progress, signal: AbortSignal): Promise<void> {
  const { baseUrl, dataFolder } = settings
  const done = await Done.read(dataFolder)
  const registry = new PartnerRegistry(dataFolder)
  for (const partner of partners) {
    signal.throwIfAborted()
    if (await registry.find(partner.id)) continue
    progress.step({ fr: `Partenaire ${partner.name}`, en: `Partner ${partner.name}` })
    await addPartner(baseUrl, dataFolder, partner)
  }
  for (const citizen of citizens) {
    signal.throwIfAborted()
    await done.once(`citizen ${citizen.name}`, async () => {
      progress.step({ fr: `Espace de ${citizen.name}`, en: `Pod of ${citizen.name}` })
      const known = await AccountApi.logIn(baseUrl, citizen.email, citizen.password)
      const account = known ?? (await addCitizen(baseUrl, citizen)).account
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
        fr: `${delivery.title.fr} → espace de ${delivery.to}`,
        en: `${delivery.title.en} → pod of ${delivery.to}`,
      })
      const file = await delivery.file(join(dataFolder, 'demo'), signal)
      const webId = `${baseUrl}${delivery.to}/profile/card#me`
      await runPartner(['import', file, '--partner', delivery.partner, '--to', webId], dataFolder, signal)
    })
  }
}

/** Which steps earlier starts have finished. */
class Done {
  private readonly path: string
  private readonly steps: Set<string>

  private constructor(path: string, steps: Set<string>) {
    this.path = path
    this.steps = steps
  }

  static async read(dataFolder: string): Promise<Done> {
    const path = join(dataFolder, 'demo', 'done.json')
    const text = await readFile(path, 'utf8').catch(() => '[]')
    return new Done(path, new Set(JSON.parse(text) as string[]))
  }

  async once(step: string, run: () => Promise<void>): Promise<void> {
    if (this.steps.has(step)) return
    await run()
    this.steps.add(step)
    await mkdir(join(this.path, '..'), { recursive: true })
    await writeFile(this.path, `${JSON.stringify([...this.steps], null, 2)}\n`)
  }
}
