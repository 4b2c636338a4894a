import { isDeepStrictEqual } from 'node:util'
import { TB } from '#vocab/namespaces'
import { leavesRegistered, leavesUnreviewed, notAfterwards, useOfChosenApp } from '#vocab/told/of-trust'
import { wholeSpace } from '#vocab/whole-space'
import type { Settings } from '../settings.ts'
import { assertAgain } from './again.ts'
import type { Agreement } from './agreement.ts'
import type { Call } from './call.ts'
import { onPage } from './caller.ts'
import { type ChosenApp, chosenApp, clientIdOf } from './chosen-app.ts'
import { ownPod, webIdOf } from './citizen.ts'
import { AgentError } from './errors.ts'
import { untilConsentEnds } from './give.ts'
import { isOnWholeSpace } from './standing.ts'
import { untilOf } from './until.ts'

const dayMs = 24 * 3600 * 1000

/** What an app that the operator does not serve says of itself, to the citizen who means to let it in. */
export async function askedToTrust(call: Call) {
  const { grants, caller, query } = call
  const citizen = onPage(caller)
  const app = await described(query.get('client_id'), call)
  const all = await Promise.all(citizen.pods.map((pod) => grants.list(pod)))
  const standing = all.flat().find((grant) => grant.client === app.id && isOnWholeSpace(grant))
  const back = query.get('return')
  return {
    client: app,
    // Only ever back to the app itself: anything else would make the page an open redirect.
    return: back?.startsWith(`${app.origin}/`) ? back : `${app.origin}/`,
    ...(standing ? { standing: { id: standing.id, until: standing.until } } : {}),
  }
}

/**
 * Lets any app that has a Client ID document into the whole space (DESIGN §7), until the citizen says, for a day where
 * they say nothing. The password is in the request, and so is the app as it was `shown`: it says who it is, and to which
 * other sites its access goes, and may have changed that since the citizen read it.
 *
 * @throws AgentError `client-changed`, and others
 */
export async function trust(call: Call): Promise<{ pod: string; id: string }> {
  const { settings, grants, caller, body } = call
  const citizen = onPage(caller)
  const pod = ownPod(citizen, body['pod'])
  const webId = webIdOf(citizen, pod)
  if (!webId) throw new AgentError('not-your-pod')
  const id = clientIdOf(body['client_id'], settings)
  const now = Date.now()
  const until = untilOf(body['until'] ?? new Date(now + dayMs).toISOString(), [], now)
  await assertAgain(call, citizen.accountId)
  const app = await described(id, call)
  if (!isDeepStrictEqual(body['shown'], app)) throw new AgentError('client-changed')
  const told = () => call.wayInLetters.about('app-trusted', citizen.accountId, now)
  return { pod, id: await grants.letIn(pod, agreementOn(app, webId, until, settings), told) }
}

/** With whether the operator has registered it: it can then be granted less than everything. */
interface TrustedApp extends ChosenApp {
  readonly registered?: true
}

async function described(value: unknown, { settings, apps, clientDocument }: Call): Promise<TrustedApp> {
  const id = clientIdOf(value, settings)
  const app = chosenApp(id, await clientDocument(id))
  const isRegistered = (await apps.all()).some(({ clientId }) => clientId === id)
  return { ...app, ...(isRegistered ? { registered: true } : {}) }
}

function agreementOn(
  { id, host, origin, name, registered }: TrustedApp,
  citizen: string,
  until: string,
  { baseUrl }: Settings,
): Agreement {
  // The site first: it is verified, and the name is whatever the app says.
  const party = { iri: id, name: name ? `${host} ("${name}")` : host, contact: `${origin}/` }
  const leaves = registered ? leavesRegistered : leavesUnreviewed
  const told = {
    fr: `${leaves.fr(host)} ${notAfterwards.fr}`,
    en: `${leaves.en(host)} ${notAfterwards.en}`,
  }
  return {
    citizen,
    kind: 'app',
    agent: citizen,
    client: id,
    issuer: baseUrl,
    recipient: party,
    controller: party,
    storage: { location: `${origin}/`, told, until: untilConsentEnds },
    page: '.agent/trust',
    purposes: [
      {
        category: wholeSpace.id,
        purpose: `${TB}ChosenApp`,
        why: useOfChosenApp,
        required: false,
      },
    ],
    until,
  }
}
