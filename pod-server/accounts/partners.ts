import { randomBytes } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PartnerRegistry } from '../agent/registry.ts'
import type { Rate } from '../limits/Rates.ts'
import { AccountApi } from './AccountApi.ts'
import { assertFree, assertPodName, nameTaken } from './citizens.ts'
import type { OperatorApi } from './OperatorApi.ts'
import { connectorOf } from './partner-domains.ts'
import { noPartner, partnerExists } from './refusals.ts'

export interface NewPartner {
  /** Folder name in every pod. */
  readonly id: string
  readonly name: string
  /** The connectors that read its files, all of the domain: `bank`, `electricity,gas`. */
  readonly connector: string
  readonly domain: string
  /** Where its site has citizens sent back to, if it onboards them itself. */
  readonly returnTo?: string | undefined
  /** How much it may ask, if not as the settings say of partners. */
  readonly rate?: Rate | undefined
}

/** Where a partner's own process finds who it is; holds its secret. */
export const partnerFile = (dataFolder: string, id: string): string =>
  join(dataFolder, 'partners', `${id}.json`)

/**
 * Gives a partner a WebID and client credentials here, enters it in the operator's registry, and writes its credentials
 * to a file that only this user can read: the one copy of the secret, to hand over. `operator`: who invites it.
 *
 * @throws PodError `already-exists`: then nothing was made.
 */
export async function addPartner(
  baseUrl: string,
  dataFolder: string,
  { id, name, connector, domain, returnTo, rate }: NewPartner,
  operator?: Pick<OperatorApi, 'invite'>,
) {
  assertPodName(id)
  const registry = new PartnerRegistry(dataFolder)
  await assertFree(baseUrl, id, (await registry.find(id)) ? partnerExists : nameTaken)
  const password = randomBytes(24).toString('base64url')
  const email = `${id}@partners.invalid`
  const account = await AccountApi.create(baseUrl, email, password, await operator?.invite({ email }))
  const { webId } = await account.createPod(id)
  // From here on `partner renew` can finish what is cut off.
  await registry.add({
    id,
    name,
    domain,
    connector,
    webId,
    ...(returnTo ? { returns: [returnTo] } : {}),
    ...(rate ? { rate } : {}),
  })
  const credentials = await account.createCredentials('connector', webId)
  const path = await handOver(baseUrl, dataFolder, { id, name, webId, connector }, credentials)
  return { webId, path }
}

/**
 * Gives a partner that is registered here new client credentials, in its file; the old ones get no token any more.
 *
 * @throws PodError `bad-usage`, `not-found`.
 */
export async function renewPartner(
  api: OperatorApi,
  baseUrl: string,
  dataFolder: string,
  id: string,
): Promise<{ webId: string; path: string }> {
  assertPodName(id)
  const partner = await new PartnerRegistry(dataFolder).find(id)
  const connector = partner && (partner.connector ?? connectorOf(partner.domain))
  if (!partner || !connector) throw noPartner(id)
  const credentials = await api.renewPartner(id)
  const path = await handOver(baseUrl, dataFolder, { ...partner, connector }, credentials)
  return { webId: partner.webId, path }
}

/** Writes the one copy of a partner's credentials: the whole file or none. @returns its path. */
async function handOver(
  baseUrl: string,
  dataFolder: string,
  {
    id,
    name,
    webId,
    connector,
  }: Omit<NewPartner, 'domain' | 'returnTo' | 'rate'> & { readonly webId: string },
  credentials: { readonly id: string; readonly secret: string },
): Promise<string> {
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
  await writeFile(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return path
}
