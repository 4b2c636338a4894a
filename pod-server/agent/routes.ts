import type { Bilingual } from '../bilingual.ts'
import { type AppSite, appSite, type Settings } from '../settings.ts'
import { appCard } from '../sites/client-document.ts'
import { type Caller, type Citizen, onPage, ownPod, webIdOf } from './citizen.ts'
import { AgentError } from './errors.ts'
import type { Grant, PodGrants } from './PodGrants.ts'
import { recover, replaced } from './recovery.ts'
import type { PartnerRegistry, RegisteredPartner } from './registry.ts'

export interface Call {
  readonly settings: Settings
  readonly grants: PodGrants
  readonly partners: PartnerRegistry
  readonly caller: Caller
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly id?: string
  readonly endSession: () => Promise<void>
  /** The account that an e-mail address and a password log in to. @throws AgentError */
  readonly logIn: (email: string, password: string) => Promise<string>
}

type Route = (call: Call) => Promise<unknown>

/** `<agent><name>` or `<agent><name>/<id>`: what each address does, by method. `undefined` is 204. */
export const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  session: { GET: session, DELETE: logOut },
  apps: { GET: apps },
  request: { GET: request },
  grants: { GET: listGrants, POST: grantApp, 'DELETE id': withdraw },
  partners: { GET: listPartners, POST: connectPartner },
  recovery: { GET: replaced, POST: recover },
}

async function session({ caller }: Call) {
  if (caller.kind === 'nobody') return { loggedIn: false, webIds: [], pods: [] }
  const { webIds, pods } = onPage(caller)
  return { loggedIn: true, webIds, pods }
}

async function logOut({ endSession, caller }: Call) {
  onPage(caller)
  await endSession()
}

async function apps({ settings }: Call) {
  return {
    apps: settings.apps.map((app) => ({
      id: app.id,
      clientId: app.clientId,
      url: `${app.origin}/`,
      name: appCard(app).name,
    })),
  }
}

async function request({ settings, grants, partners, caller, query }: Call) {
  const citizen = onPage(caller)
  const app = registeredApp(settings, query.get('client_id'))
  const returnTo = query.get('return')
  const needs = []
  for (const { category, why, required } of appCard(app).needs) {
    const containers = []
    for (const pod of citizen.pods) {
      const open = (await grants.list(pod)).filter((grant) => grant.client === app.clientId)
      for (const container of await grants.containers(pod)) {
        if (container.category !== category) continue
        const partner = await partners.find(container.partner)
        containers.push({
          url: container.url,
          partner: { id: container.partner, name: partner?.name ?? container.partner },
          alreadyGranted: open.some((grant) => grant.containers.includes(container.url)),
        })
      }
    }
    needs.push({ category, why, modes: ['read'], required, containers })
  }
  return {
    client: { id: app.clientId, name: appCard(app).name, url: `${app.origin}/`, reviewed: true },
    // Only ever back to the app itself: anything else would make the grant page an open redirect.
    return: returnTo?.startsWith(`${app.origin}/`) ? returnTo : `${app.origin}/`,
    granted: await ownGrants(grants, citizen, app),
    needs,
  }
}

/** The ids of what the app was granted already, over all of the citizen's pods. */
async function ownGrants(grants: PodGrants, { pods }: Citizen, { clientId }: AppSite): Promise<string[]> {
  const all = await Promise.all(pods.map((pod) => grants.list(pod)))
  return all.flat().flatMap(({ id, client }) => (client === clientId ? id : []))
}

async function listGrants({ settings, grants, partners, caller }: Call) {
  if (caller.kind === 'nobody') throw new AgentError('not-logged-in')
  const { pods, webIds } = caller.citizen
  const own =
    caller.kind === 'app' && caller.client !== appSite(settings, 'home').clientId ? caller.client : undefined
  const listed = []
  const otherRules = []
  for (const pod of pods) {
    for (const grant of await grants.list(pod)) {
      if (own === undefined || grant.client === own) listed.push(shown(grant, settings, await partners.all()))
    }
    const owner = webIdOf(caller.citizen, pod)
    if (own === undefined && owner)
      otherRules.push(...(await grants.otherRules(pod, owner, settings.baseUrl)))
  }
  return { webId: webIds[0], pods, grants: listed, otherRules }
}

async function grantApp({ settings, grants, partners, caller, body }: Call) {
  const citizen = onPage(caller)
  const app = registeredApp(settings, body['client_id'])
  const pod = ownPod(citizen, body['pod'])
  const wanted = body['categories']
  if (!Array.isArray(wanted) || wanted.length === 0) throw new AgentError('bad-request')
  const needed = appCard(app).needs.map(({ category }) => category)
  // An app can be given only what it registered that it needs.
  if (!wanted.every((category) => needed.includes(category))) throw new AgentError('bad-request')
  const containers = (await grants.containers(pod)).filter(({ category }) => wanted.includes(category))
  if (containers.length === 0) throw new AgentError('nothing-to-grant')
  const webId = webIdOf(citizen, pod)
  if (!webId) throw new AgentError('not-your-pod')
  const id = await grants.grantApp(containers, { webId, client: app.clientId, issuer: settings.baseUrl })
  const made = (await grants.list(pod)).find((grant) => grant.id === id)
  // Another grant of the same app may have taken its place already.
  return made ? shown(made, settings, await partners.all()) : { id }
}

async function withdraw({ settings, grants, caller, id = '' }: Call) {
  if (caller.kind === 'nobody') throw new AgentError('not-logged-in')
  if (caller.kind === 'app' && caller.client !== appSite(settings, 'home').clientId)
    throw new AgentError('not-allowed')
  for (const pod of caller.citizen.pods) {
    if (await grants.withdraw(pod, webIdOf(caller.citizen, pod), id)) return undefined
  }
  throw new AgentError('unknown-grant')
}

async function listPartners({ grants, partners, caller }: Call) {
  const citizen = onPage(caller)
  const connected = new Map<string, string>()
  for (const pod of citizen.pods) {
    for (const grant of await grants.list(pod))
      if (grant.kind === 'partner') connected.set(grant.agent, grant.id)
  }
  const all = await partners.all()
  return {
    partners: all.map(({ id, name, domain, webId }) => ({
      id,
      name,
      domain,
      connected: connected.has(webId),
      ...(connected.has(webId) ? { grant: connected.get(webId) } : {}),
    })),
  }
}

async function connectPartner({ settings, grants, partners, caller, body }: Call) {
  const citizen = onPage(caller)
  const pod = ownPod(citizen, body['pod'])
  const partner = typeof body['partner'] === 'string' ? await partners.find(body['partner']) : undefined
  if (!partner) throw new AgentError('unknown-partner')
  const webId = webIdOf(citizen, pod)
  if (!webId) throw new AgentError('not-your-pod')
  return { container: await grants.connect(pod, webId, settings.baseUrl, partner), webId }
}

function registeredApp(settings: Settings, clientId: unknown): AppSite {
  const app = settings.apps.find((it) => it.clientId === clientId && it.id !== 'home')
  if (!app) throw new AgentError('unknown-client')
  return app
}

function shown(grant: Grant, settings: Settings, partners: readonly RegisteredPartner[]) {
  const { id, kind, agent, client, categories, containers, modes, since } = grant
  const app = settings.apps.find(({ clientId }) => clientId === client)
  const name: Bilingual | string = app
    ? appCard(app).name
    : (partners.find(({ webId }) => webId === agent)?.name ?? client ?? agent)
  return {
    id,
    kind,
    recipient: { ...(client ? { client } : {}), webId: agent, name },
    categories,
    containers,
    partners: partnerNames(containers, partners),
    modes,
    since,
  }
}

/** Whose data a container holds: its folder is the partner's id. Names by address. */
function partnerNames(containers: readonly string[], partners: readonly RegisteredPartner[]) {
  const named = containers.flatMap((url) => {
    const partner = partners.find(({ id }) => url.endsWith(`/${id}/`))
    return partner ? [[url, partner.name]] : []
  })
  return Object.fromEntries(named) as Record<string, string>
}
