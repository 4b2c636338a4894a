import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Session } from '@inrupt/solid-client-authn-node'
import type { AccountApi } from '../accounts/AccountApi.ts'
import { addCitizen } from '../accounts/citizens.ts'
import { domains } from '../accounts/partner-domains.ts'
import { addPartner, partnerFile } from '../accounts/partners.ts'
import type { TestPod } from './test-pod.ts'

type Fetch = typeof fetch

export interface TestCitizen {
  readonly account: AccountApi
  readonly email: string
  readonly password: string
  readonly pod: string
  readonly webId: string
  /** As the citizen's own client credentials, recorded in the account. */
  readonly fetch: Fetch
}

export interface TestPartner {
  readonly id: string
  readonly webId: string
  readonly fetch: Fetch
}

const password = 'un mot de passe de test'

/** On a shared server their name is longer, and of nobody else. */
export async function makeCitizen(
  server: Pick<TestPod, 'baseUrl'> & Partial<Pick<TestPod, 'isShared'>>,
  called: string,
  invitation?: string,
): Promise<TestCitizen> {
  const name = server.isShared ? `${called}-${randomBytes(6).toString('hex')}` : called
  const email = `${name}@traboule.example`
  const { account, pod, webId } = await addCitizen(server.baseUrl, { name, email, password }, invitation)
  const { id, secret } = await account.createCredentials('own', webId)
  return { account, email, password, pod, webId, fetch: await logInAs(server, id, secret) }
}

/** On a shared server, the one of that name that another test file has made already. */
export async function makePartner(
  server: TestPod,
  id: string,
  connector: string,
  returnTo?: string,
  domain = domains[connector] ?? 'none',
): Promise<TestPartner> {
  const path = partnerFile(server.dataFolder, id)
  if (!existsSync(path)) {
    const partner = { id, name: `Partner ${id}`, connector, domain, returnTo }
    await addPartner(server.baseUrl, server.dataFolder, partner)
  }
  const file = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>
  const webId = `${server.baseUrl}${id}/profile/card#me`
  return { id, webId, fetch: await logInAs(server, file['clientId'] ?? '', file['clientSecret'] ?? '') }
}

/** Deletes client credentials, as the account page would. @returns the status. `resource`: of the credentials. */
export async function deleteCredentials(
  { baseUrl }: Pick<TestPod, 'baseUrl'>,
  { email, password }: TestCitizen,
  resource: string,
): Promise<number> {
  const logIn = await fetch(`${baseUrl}.account/login/password/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const { authorization } = (await logIn.json()) as { authorization: string }
  const headers = { authorization: `CSS-Account-Token ${authorization}` }
  return (await fetch(resource, { method: 'DELETE', headers })).status
}

/** A Solid-OIDC session with client credentials and DPoP, by the library that any partner would use. */
export async function logInAs(
  server: Pick<TestPod, 'baseUrl'>,
  clientId: string,
  clientSecret: string,
): Promise<Fetch> {
  const session = new Session({ keepAlive: false })
  await session.login({ oidcIssuer: server.baseUrl, clientId, clientSecret, tokenType: 'DPoP' })
  if (!session.info.isLoggedIn) throw new Error('log-in failed')
  return session.fetch
}

/** An insert-only N3 Patch, as a connector sends it. */
export const insert = (triples: string, rest = ''): RequestInit => ({
  method: 'PATCH',
  headers: { 'content-type': 'text/n3' },
  body: `@prefix solid: <http://www.w3.org/ns/solid/terms#>. @prefix tb: <https://w3id.org/traboule/ns#>.
<> a solid:InsertDeletePatch; solid:inserts { ${triples} }${rest}.`,
})
