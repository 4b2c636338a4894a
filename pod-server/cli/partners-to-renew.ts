import { readFile } from 'node:fs/promises'
import { partnerFile } from '../accounts/partners.ts'
import { PartnerRegistry } from '../agent/registry.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { engineFile, podQuota } from '../server/engine-file.ts'
import { spaceOf, tagOf } from '../storage/record-place.ts'

/** The ids of the partners of a data folder, which nobody serves, whose file of credentials is lost or of another time. */
export async function partnersToRenew(dataFolder: string): Promise<string[]> {
  const found: string[] = []
  const engine = await SqliteEngine.open(engineFile(dataFolder), podQuota)
  try {
    for (const { id } of await new PartnerRegistry(dataFolder).all()) {
      const label = await clientIdIn(partnerFile(dataFolder, id))
      const known = await engine.tagged(spaceOf('clientCredentials'), tagOf('label', label))
      if (known.length === 0) found.push(id)
    }
  } finally {
    await engine.close()
  }
  return found
}

async function clientIdIn(file: string): Promise<string | undefined> {
  try {
    const { clientId } = JSON.parse(await readFile(file, 'utf8')) as { clientId?: string }
    return clientId
  } catch {
    return undefined
  }
}
