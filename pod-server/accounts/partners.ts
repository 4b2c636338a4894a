import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PartnerRegistry } from '../agent/registry.ts'
import { AccountApi } from './AccountApi.ts'
import { assertFree, assertPodName } from './citizens.ts'

export interface NewPartner {
  /** Folder name in every pod. */
  readonly id: string
  readonly name: string
  /** The connector that reads its files; also says the domain. */
  readonly connector: string
  readonly domain: string
}

/** Where a partner's own process finds who it is; holds its secret. */
export const partnerFile = (dataFolder: string, id: string): string =>
  join(dataFolder, 'partners', `${id}.json`)

/**
 * Gives a partner a WebID and client credentials here, enters it in the operator's registry, and writes its credentials
 * to a file that only this user can read: the one copy of the secret, to hand over.
 */
export async function addPartner(
  baseUrl: string,
  dataFolder: string,
  { id, name, connector, domain }: NewPartner,
) {
  assertPodName(id)
  await assertFree(baseUrl, id)
  const password = randomBytes(24).toString('base64url')
  const account = await AccountApi.create(baseUrl, `${id}@partners.invalid`, password)
  const { webId } = await account.createPod(id)
  const credentials = await account.createCredentials('connector', webId)
  const path = partnerFile(dataFolder, id)
  await mkdir(join(dataFolder, 'partners'), { recursive: true, mode: 0o700 })
  const content = {
    partner: id,
    name,
    webId,
    issuer: baseUrl,
    clientId: credentials.id,
    clientSecret: credentials.secret,
    connector,
  }
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await new PartnerRegistry(dataFolder).add({ id, name, domain, webId })
  return { webId, path }
}
