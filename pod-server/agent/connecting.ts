import type { Bilingual } from '../bilingual.ts'
import { isHome } from './apps.ts'
import type { Call } from './call.ts'
import { onPage, withAccount } from './caller.ts'
import { type Citizen, ownPod, webIdOf } from './citizen.ts'
import { AgentError } from './errors.ts'
import { agreementAsked } from './give.ts'
import { containerOf } from './PartnerContainers.ts'
import type { Widening } from './PodGrants.ts'
import { chosenOf, readersOf } from './readers.ts'
import type { RegisteredPartner } from './registry.ts'

/**
 * The partners there are, which are connected, and of whom a citizen who connects another is asked: on our pages, and in
 * the pod browser, which connects none.
 */
export async function listPartners(call: Call) {
  const { settings, grants, partners, caller } = call
  const asking = withAccount(caller)
  if (asking.kind === 'app' && !isHome(settings, asking.client)) throw new AgentError('not-allowed')
  const { citizen } = asking
  const connected = new Map<string, string>()
  for (const pod of citizen.pods) {
    for (const grant of await grants.list(pod))
      if (grant.kind === 'partner') connected.set(grant.agent, grant.id)
  }
  const listed = []
  for (const partner of await partners.all()) {
    const { id, name, domain, webId } = partner
    const grant = connected.get(webId)
    const [pod] = citizen.pods
    listed.push({
      id,
      name,
      domain,
      connected: grant !== undefined,
      ...(grant !== undefined ? { grant } : {}),
      readers: grant === undefined && pod ? await shownReaders(call, citizen, pod, partner) : [],
    })
  }
  return { partners: listed }
}

export async function connectPartner(call: Call) {
  const { settings, grants, partners, caller, body } = call
  const citizen = onPage(caller)
  const { pod, webId } = whose(citizen, body['pod'])
  const partner = typeof body['partner'] === 'string' ? await partners.find(body['partner']) : undefined
  if (!partner) throw new AgentError('unknown-partner')
  const page = '.account/'
  const readers = await chosenReaders(call, citizen, pod, partner, page)
  const connecting = { pod, owner: webId, issuer: settings.baseUrl, partner, page, readers }
  return { ...(await grants.connect(connecting)), webId }
}

/** What a partner's site asks, to whoever is sent here: who they are is asked afterwards. */
export async function askedToOnboard(call: Call) {
  const { onboarding, caller, query } = call
  const { partner, refuse } = await onboarding.asked(query)
  const citizen = caller.kind === 'nobody' ? undefined : onPage(caller)
  const { pods, webIds } = citizen ?? { pods: [], webIds: [] }
  const readers = []
  for (const pod of pods) if (citizen) readers.push(...(await shownReaders(call, citizen, pod, partner)))
  const { id, name, domain } = partner
  return { partner: { id, name, domain }, refuse, loggedIn: citizen !== undefined, pods, webIds, readers }
}

/** What is answered is in the body, which our page alone sends: whatever stands in the partner's address names nobody. */
export async function allowOnboarding(call: Call) {
  const { onboarding, caller, query, body } = call
  const citizen = onPage(caller)
  const { pod, webId } = whose(citizen, body['pod'])
  const readersOf = (partner: RegisteredPartner) =>
    chosenReaders(call, citizen, pod, partner, '.agent/onboard')
  return { location: await onboarding.allow(query, { accountId: citizen.accountId, pod, webId, readersOf }) }
}

function whose(citizen: Citizen, asked: unknown): { pod: string; webId: string } {
  const pod = ownPod(citizen, asked)
  const webId = webIdOf(citizen, pod)
  if (!webId) throw new AgentError('not-your-pod')
  return { pod, webId }
}

/** Those whom the citizen has named, and what was agreed with each. `page`: where. */
async function chosenReaders(
  call: Call,
  citizen: Citizen,
  pod: string,
  partner: RegisteredPartner,
  page: string,
): Promise<Widening[]> {
  const answer = call.body['readers']
  if (answer === undefined) return []
  const chosen = chosenOf(await widenings(call, citizen, pod, partner), answer)
  return chosen.map(({ grant, agreement }) => ({ grant, agreement: { ...agreement, page } }))
}

/** Who reads the like already: what a citizen has to know before they let them read this too. */
async function shownReaders(call: Call, citizen: Citizen, pod: string, partner: RegisteredPartner) {
  const known = await call.apps.all()
  return (await widenings(call, citizen, pod, partner)).map(({ grant, agreement }) => {
    const name: Bilingual | string =
      known.find(({ clientId }) => clientId === grant.client)?.name ?? grant.agent
    const [purpose] = agreement.purposes
    return { pod, grant: grant.id, kind: grant.kind, name, why: purpose?.why, until: agreement.until }
  })
}

/** To the same recipient, for the same purpose, until the same end: whatever else has changed, the app itself asks for. */
async function widenings(
  { settings, apps, partners, grants, persons }: Call,
  citizen: Citizen,
  pod: string,
  partner: RegisteredPartner,
): Promise<Widening[]> {
  const webId = webIdOf(citizen, pod)
  if (!webId) return []
  const category = partner.domain
  const found: Widening[] = []
  for (const grant of readersOf(containerOf(pod, partner), await grants.list(pod, category))) {
    const { kind, agent, client, until } = grant
    const asked = { ...(kind === 'app' ? { client_id: client } : { agent }), categories: [category], until }
    const assertPerson = (it: string) => persons.assertStays(it)
    const asking = { settings, apps, citizen, webId, partners, assertPerson }
    const agreement = await agreementAsked(asking, asked).catch(refused)
    if (!agreement || agreement.until !== until) continue
    if (agreement.purposes[0]?.purpose === grant.purpose) found.push({ grant, agreement })
  }
  return found
}

/** What could not be granted today is not asked about. */
function refused(error: unknown): undefined {
  if (!(error instanceof AgentError)) throw error
}
