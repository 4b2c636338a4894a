import { setTimeout as pause } from 'node:timers/promises'
import { addPartner } from '../accounts/partners.ts'
import { ClientSite } from './client-site.ts'
import { insert, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import type { TestPod } from './test-pod.ts'

/** What a citizen of a prepared pod is asked about (see reading-pods.test.ts). */
export interface ReadingPods {
  readonly pods: Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e', TestCitizen>>
  readonly end: () => Promise<void>
}

const partners = {
  'banque-de-la-place': ['Banque de la Place', 'bank'],
  'maison-des-pentes': ['Maison des Pentes', 'bank'],
  'maison-des-pentes-energie': ['Maison des Pentes', 'electricity'],
  'eaux-du-plateau': ['Eaux du Plateau', 'water'],
} as const
type Partner = keyof typeof partners

const domains = { bank: 'bank', electricity: 'energy', water: 'water' } as const
const hourMs = 3_600_000
const inHours = (hours: number): string => new Date(Date.now() + hours * hourMs).toISOString()

/** Five pods, from one in which nothing was granted to one in which much has ended. Their citizens’ names are theirs alone. */
export async function prepare(server: TestPod): Promise<ReadingPods> {
  for (const [id, [name, connector]] of Object.entries(partners))
    await addPartner(server.baseUrl, server.dataFolder, { id, name, connector, domain: domains[connector] })
  const site = await ClientSite.start()
  const helper = await citizen(server, 'marguerite')
  const pods = {
    a: await citizen(server, 'lecture-a'),
    b: await citizen(server, 'lecture-b'),
    c: await citizen(server, 'lecture-c'),
    d: await citizen(server, 'lecture-d'),
    e: await citizen(server, 'lecture-e'),
  }
  const connect = (pod: keyof typeof pods, partner: Partner) => connectPartner(server, pods[pod], partner)
  const give = async (pod: keyof typeof pods, asked: Record<string, unknown>) =>
    (await pods[pod].account.agent<{ id: string }>('grants', asked)).id
  const [budget, energy] = [server.app('budget').clientId, server.app('energy').clientId]

  await connect('b', 'banque-de-la-place')
  await give('b', { client_id: budget, categories: ['bank'], until: inHours(20 * 24) })

  await connect('c', 'maison-des-pentes')
  await connect('c', 'maison-des-pentes-energie')
  await give('c', { client_id: budget, categories: ['bank'] })
  await give('c', { client_id: energy, categories: ['energy'], until: inHours(90 * 24) })
  await give('c', { agent: helper.webId, categories: ['bank', 'energy'], until: inHours(6 * 24) })

  await connect('d', 'banque-de-la-place')
  await openToEverybody(pods.d)
  await letIn(pods.d, site)

  const left = await connect('e', 'eaux-du-plateau')
  await connect('e', 'maison-des-pentes')
  await connect('e', 'maison-des-pentes-energie')
  const withdrawn = await give('e', { client_id: budget, categories: ['bank'] })
  const planned = Date.now() + 4000
  await give('e', { agent: helper.webId, categories: ['water'], until: new Date(planned).toISOString() })
  await give('e', { client_id: energy, categories: ['energy'], until: inHours(24) })
  for (const id of [withdrawn, left]) await withdraw(server, pods.e, id)
  await pause(planned - Date.now())

  return { pods, end: () => site[Symbol.asyncDispose]() }
}

/** Not as on a shared server: whoever reads a picture should read a name. */
const citizen = ({ baseUrl }: TestPod, name: string) => makeCitizen({ baseUrl }, name)

/** @returns the id of the grant. */
async function connectPartner(server: TestPod, { account, pod }: TestCitizen, id: Partner): Promise<string> {
  const { fetch } = await makePartner(server, id, partners[id][1])
  const { container, grant } = await account.agent<{ container: string; grant: string }>('partners', {
    partner: id,
    pod,
  })
  await fetch(`${container}a1b2c3d4/2026-10.ttl`, insert('<#one> a tb:BankOperation; tb:amount 12.34. '))
  return grant
}

/** On the account page. */
async function withdraw({ baseUrl }: TestPod, { account }: TestCitizen, id: string): Promise<void> {
  const headers = { cookie: account.cookie, origin: new URL(baseUrl).origin }
  const { status } = await fetch(`${baseUrl}.agent/grants/${id}`, { method: 'DELETE', headers })
  if (status !== 204) throw new Error(`withdrawal: ${status}`)
}

/** With another tool. */
async function openToEverybody({ fetch: own, pod, webId }: TestCitizen): Promise<void> {
  const put = (body: string) => ({ method: 'PUT', headers: { 'content-type': 'text/turtle' }, body })
  await own(`${pod}recettes/tarte.ttl`, put('<#a> <#b> 1 .'))
  const rules = `@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix tb: <https://w3id.org/traboule/ns#>.
    <#own> a acl:Authorization; acl:agent <${webId}>; acl:accessTo <./>; acl:default <./>;
      acl:mode acl:Read, acl:Write, acl:Control; acl:condition [ a acl:ClientCondition; acl:clientClass tb:OwnCredentials ].
    <#all> a acl:Authorization; acl:agentClass <http://xmlns.com/foaf/0.1/Agent>; acl:accessTo <./>; acl:default <./>;
      acl:mode acl:Read.`
  const { status } = await own(`${pod}recettes/.acl`, put(rules))
  if (status !== 201) throw new Error(`rules: ${status}`)
}

async function letIn({ account, email, password }: TestCitizen, { clientId }: ClientSite): Promise<void> {
  const query = new URLSearchParams({ client_id: clientId })
  const { client } = await account.agentGet<{ client: object }>(`trust?${query}`)
  await account.agent('grants', { client_id: clientId, everything: true, shown: client, email, password })
}
