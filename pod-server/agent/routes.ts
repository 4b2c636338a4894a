import type { Bilingual } from '../bilingual.ts'
import { appCard } from '../sites/client-document.ts'
import { howToProve } from './again.ts'
import { isHome, type KnownApp, siteOf } from './apps.ts'
import type { Call } from './call.ts'
import { onPage, withAccount } from './caller.ts'
import { type Citizen, ownPod, webIdOf } from './citizen.ts'
import { allowOnboarding, askedToOnboard, connectPartner, listPartners } from './connecting.ts'
import { askErasure, cancelErasure, erasureAsked, staying } from './erasure.ts'
import { AgentError } from './errors.ts'
import { agreementAsked, personOf } from './give.ts'
import { confirm, invitation, join, offer } from './join.ts'
import { endCredentials, listCredentials, makeCredentials } from './own-credentials.ts'
import type { PodGrants } from './PodGrants.ts'
import { addPasskey, askedToAdd, endPasskey, listPasskeys } from './passkeys.ts'
import { changePassword, confirmPassword } from './password.ts'
import { partlyRead } from './readers.ts'
import { receipt } from './receipt.ts'
import { recover, replaced } from './recovery.ts'
import { countCodes, makeCodes } from './recovery-codes.ts'
import type { RegisteredPartner } from './registry.ts'
import { askReset, resetOffer, setPassword } from './reset.ts'
import { endApp, endBrowser, endOthers, listLogIns } from './sessions.ts'
import type { Grant } from './standing.ts'
import { askedToTrust, trust } from './trust.ts'
import { usage } from './usage.ts'

type Route = (call: Call) => Promise<unknown>

/** `<agent><name>` or `<agent><name>/<id>`: what each address does, by method. `undefined` is 204. */
export const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  session: { GET: session, DELETE: logOut },
  apps: { GET: apps },
  request: { GET: request },
  person: { GET: person },
  grants: { GET: listGrants, POST: staying(give), 'DELETE id': withdraw },
  receipts: { 'GET id': receipt },
  trust: { GET: askedToTrust },
  partners: { GET: listPartners, POST: staying(connectPartner) },
  onboard: { GET: askedToOnboard, POST: staying(allowOnboarding) },
  onboarding: { POST: exchangeCode },
  recovery: { GET: replaced, POST: recover },
  credentials: { GET: listCredentials, POST: makeCredentials, 'DELETE id': endCredentials },
  password: { POST: changePassword },
  'first-password': { POST: confirmPassword },
  proof: { GET: howToProve },
  passkeys: { GET: listPasskeys, POST: addPasskey },
  'new-passkey': { GET: askedToAdd },
  'ended-passkeys': { POST: endPasskey },
  'recovery-codes': { GET: countCodes, POST: makeCodes },
  sessions: { GET: listLogIns, 'DELETE id': endBrowser, DELETE: endOthers },
  join: { GET: offer, POST: join },
  invitation: { POST: invitation },
  confirmation: { POST: confirm },
  reset: { GET: resetOffer, POST: askReset },
  'new-password': { POST: setPassword },
  'app-sessions': { 'DELETE id': endApp },
  usage: { GET: usage },
  erasure: { GET: erasureAsked, POST: askErasure, DELETE: cancelErasure },
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

async function request({ apps, grants, partners, caller, query }: Call) {
  const citizen = onPage(caller)
  const app = await apps.registered(query.get('client_id'))
  const { origin } = new URL(app.clientId)
  const returnTo = query.get('return')
  const needs = []
  for (const { category, why, purpose, days, required } of app.needs) {
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
    needs.push({
      category,
      why,
      purpose,
      modes: ['read'],
      required,
      ...(days ? { days } : {}),
      containers,
    })
  }
  return {
    client: { id: app.clientId, name: app.name, url: app.url, reviewed: app.isOurs },
    // Only ever back to the app itself: anything else would make the grant page an open redirect.
    return: returnTo?.startsWith(`${origin}/`) ? returnTo : app.url,
    granted: await ownGrants(grants, citizen, app),
    needs,
  }
}

/** The ids of what the app was granted already, over all of the citizen's pods. */
async function ownGrants(grants: PodGrants, { pods }: Citizen, { clientId }: KnownApp): Promise<string[]> {
  const all = await Promise.all(pods.map((pod) => grants.list(pod)))
  return all.flat().flatMap(({ id, client }) => (client === clientId ? id : []))
}

async function listGrants({ settings, apps, grants, partners, caller }: Call) {
  const asking = withAccount(caller)
  const { pods, webIds } = asking.citizen
  const own = asking.kind === 'app' && !isHome(settings, asking.client) ? asking.client : undefined
  const known = { apps: await apps.all(), partners: await partners.all() }
  // That there is more is told to our own apps alone: with whom else the citizen deals is no other’s business.
  const isOurs = settings.apps.some(({ clientId }) => clientId === own)
  const listed = []
  const partly = new Set<string>()
  const otherRules = []
  for (const pod of pods) {
    const all = await grants.list(pod)
    const seen = own === undefined ? all : all.filter((grant) => grant.client === own)
    listed.push(...seen.map((grant) => shown(grant, known)))
    if (isOurs) for (const it of partlyRead(await grants.containers(pod), seen)) partly.add(it)
    const owner = webIdOf(asking.citizen, pod)
    if (own === undefined && owner)
      otherRules.push(...(await grants.otherRules(pod, owner, settings.baseUrl)))
  }
  return { webId: webIds[0], pods, grants: listed, partly: [...partly], otherRules }
}

async function give(call: Call) {
  return call.body['everything'] === true ? letIn(call) : giveSome(call)
}

async function letIn(call: Call) {
  const { pod, id } = await trust(call)
  return given(call, pod, id)
}

/** `?webid=`: whose it is, which a citizen looks at before they let them read. */
async function person({ settings, caller, query, persons, sender }: Call) {
  return persons.of(personOf(query.get('webid'), settings, onPage(caller)), sender)
}

async function giveSome(call: Call) {
  const { settings, apps, grants, partners, caller, body, persons, sender } = call
  const citizen = onPage(caller)
  const pod = ownPod(citizen, body['pod'])
  const webId = webIdOf(citizen, pod)
  if (!webId) throw new AgentError('not-your-pod')
  const assertPerson = (agent: string) => persons.assert(agent, sender)
  const agreement = await agreementAsked({ settings, apps, citizen, webId, partners, assertPerson }, body)
  const wanted = agreement.purposes.map(({ category }) => category)
  const seen = body['containers']
  if (seen !== undefined && !Array.isArray(seen)) throw new AgentError('bad-request')
  // What was connected since the page was drawn was not shown, and is not granted.
  const containers = (await grants.containers(pod)).filter(
    ({ category, url }) => wanted.includes(category) && (seen?.includes(url) ?? true),
  )
  if (containers.length === 0) throw new AgentError('nothing-to-grant')
  return given(call, pod, await grants.give(pod, agreement, containers))
}

async function given({ grants, apps, partners }: Call, pod: string, id: string) {
  const made = (await grants.list(pod)).find((grant) => grant.id === id)
  // Another grant to the same recipient may have taken its place already.
  return made ? shown(made, { apps: await apps.all(), partners: await partners.all() }) : { id }
}

async function withdraw({ settings, grants, caller, id = '' }: Call) {
  const known = withAccount(caller)
  if (known.kind === 'app' && !isHome(settings, known.client)) throw new AgentError('not-allowed')
  const client = known.kind === 'app' ? known.client : undefined
  const method = client ?? `${settings.baseUrl}.account/`
  for (const pod of known.citizen.pods) {
    if (await grants.withdraw(pod, webIdOf(known.citizen, pod), id, method, client)) return undefined
  }
  throw new AgentError('unknown-grant')
}

async function exchangeCode({ onboarding, caller, body }: Call) {
  // Under its own WebID, by a token: a page's cookie is a citizen's.
  if (caller.kind !== 'app') throw new AgentError('not-logged-in')
  return onboarding.exchange(caller.webId, body)
}

function shown(
  grant: Grant,
  { apps, partners }: { apps: readonly KnownApp[]; partners: readonly RegisteredPartner[] },
) {
  const { id, kind, agent, client, categories, containers, modes, since, until, purpose, record } = grant
  const app = apps.find(({ clientId }) => clientId === client)
  const name: Bilingual | string = app
    ? app.name
    : (partners.find(({ webId }) => webId === agent)?.name ?? (client ? siteOf(client) : agent))
  return {
    id,
    kind,
    recipient: {
      ...(client ? { client } : {}),
      webId: agent,
      name,
      // Of an app that the operator does not serve, its site: a name is whatever it says.
      ...(client && !app?.isOurs ? { site: siteOf(client) } : {}),
    },
    categories,
    containers,
    partners: partnerNames(containers, partners),
    modes,
    since,
    ...(until ? { until } : {}),
    ...(purpose ? { purpose } : {}),
    ...(record ? { record, receipt: `${record.replace(/consents(?=\/[^/]*$)/, 'receipts')}-1` } : {}),
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
