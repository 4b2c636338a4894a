import { categories, categoryOf } from '#vocab/categories'
import { TB } from '#vocab/namespaces'
import { leavesFor, staysHere } from '#vocab/told/of-app'
import { helpOfSomebody, limitsOfSomebody } from '#vocab/told/of-person'
import type { Party, Storage } from '../consents/record.ts'
import type { Settings } from '../settings.ts'
import type { Agreement, Purpose } from './agreement.ts'
import type { Apps, KnownApp } from './apps.ts'
import type { Citizen } from './citizen.ts'
import { AgentError } from './errors.ts'
import { isDevelopment, isLocalHttp } from './plain-address.ts'
import type { PartnerRegistry } from './registry.ts'
import { untilOf } from './until.ts'

/** Of a POST to `grants`, as it was sent. */
export type Asked = Readonly<Record<string, unknown>>

/** In whose pods it may be granted. */
interface Asking {
  readonly settings: Settings
  readonly apps: Apps
  readonly citizen: Citizen
  /** The citizen’s own, of the pod. */
  readonly webId: string
  readonly partners: PartnerRegistry
  /** @throws AgentError for a WebID that is nobody's. */
  readonly assertPerson: (webId: string) => Promise<void>
}

/** GDPR, article 17(1)(b). */
export const untilConsentEnds = {
  fr: 'Fin ou retrait de ce consentement',
  en: 'End or withdrawal of this consent',
}

/**
 * What the citizen grants: to an app what it registered that it needs, to a person what the citizen names; until when
 * the citizen says, and no longer than a year.
 *
 * @throws AgentError for what cannot be granted.
 */
export async function agreementAsked(
  { settings, apps, citizen, webId, partners, assertPerson }: Asking,
  asked: Asked,
): Promise<Agreement> {
  const wanted = categoriesOf(asked['categories'])
  const now = Date.now()
  if (asked['agent'] !== undefined) {
    if (asked['client_id'] !== undefined) throw new AgentError('bad-request')
    if (!wanted.every(categoryOf)) throw new AgentError('bad-request')
    const agent = personOf(asked['agent'], settings, citizen)
    const isOurs = agent.startsWith(settings.baseUrl)
    // A partner adds, and never reads (DESIGN §4).
    if ((await partners.all()).some((it) => it.webId === agent)) throw new AgentError('bad-person')
    // A name that nobody has yet is whoever signs up with it.
    await assertPerson(agent)
    return {
      citizen: webId,
      kind: 'person',
      agent,
      // A person’s rule names no client: which app they read with is theirs to choose. It names the issuer where that
      // is known, which is for our own WebIDs. Of any other, a token counts only from an issuer that the WebID’s own
      // profile names when it is used (Solid-OIDC §8.2): one that we noted today would lock them out the day they move.
      ...(isOurs ? { issuer: settings.baseUrl } : {}),
      recipient: somebody(agent),
      controller: somebody(agent),
      storage: { location: agent, told: limitsOfSomebody, until: untilConsentEnds },
      page: '.agent/share',
      purposes: wanted.map((category) => ({
        category,
        purpose: `${TB}HelpOfAPerson`,
        why: helpOfSomebody,
        required: false,
      })),
      until: untilOf(asked['until'], [], now),
    }
  }
  const app = await apps.registered(asked['client_id'])
  const needs = wanted.map((category) => {
    const need = app.needs.find((it) => it.category === category)
    // An app can be given only what it registered that it needs.
    if (!need) throw new AgentError('bad-request')
    return need
  })
  return {
    citizen: webId,
    kind: 'app',
    agent: webId,
    client: app.clientId,
    issuer: settings.baseUrl,
    recipient: partyOf(app),
    // The operator reviews and serves its own apps, and answers for them; for another answers who makes it.
    controller: app.isOurs ? operator(settings) : partyOf(app),
    storage: { ...whereOf(app, settings), until: untilConsentEnds },
    page: '.agent/grant',
    purposes: needs.map(
      ({ category, purpose, why, required }): Purpose => ({
        category,
        purpose,
        why,
        required,
      }),
    ),
    until: untilOf(
      asked['until'],
      needs.map(({ days }) => days),
      now,
    ),
  }
}

const somebody = (webId: string): Party => ({ iri: webId, name: webId, contact: webId })

const operator = ({ baseUrl }: Settings): Party => ({
  iri: baseUrl,
  name: new URL(baseUrl).host,
  contact: baseUrl,
})

const partyOf = ({ clientId, name: { fr, en }, url }: KnownApp): Party => ({
  iri: clientId,
  name: fr === en ? fr : `${fr} / ${en}`,
  contact: url,
})

function whereOf({ isOurs, url }: KnownApp, { baseUrl }: Settings): Pick<Storage, 'location' | 'told'> {
  if (isOurs) return { location: baseUrl, told: staysHere }
  const { host, origin } = new URL(url)
  return { location: `${origin}/`, told: { fr: leavesFor.fr(host), en: leavesFor.en(host) } }
}

/** What is named, each once; a sensitive category only by itself. */
function categoriesOf(value: unknown): string[] {
  const isList = Array.isArray(value) && value.length > 0 && value.length <= categories.length
  if (!isList || !value.every((it) => typeof it === 'string')) throw new AgentError('bad-request')
  const wanted = [...new Set(value as string[])]
  if (wanted.length > 1 && wanted.some((it) => categoryOf(it)?.byNameOnly))
    throw new AgentError('by-name-only')
  return wanted
}

/** Somebody else’s WebID: a rule for the citizen’s own that names no client would let any app of theirs in. */
export function personOf(
  value: unknown,
  { baseUrl }: Pick<Settings, 'baseUrl'>,
  { webIds, pods }: Citizen,
): string {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value))
    throw new AgentError('bad-person')
  const url = new URL(value)
  const mayBeHttp = value.startsWith(baseUrl) || (isDevelopment(baseUrl) && isLocalHttp(url))
  const isPlain = url.href === value && url.username === '' && url.password === ''
  if (!isPlain || (url.protocol !== 'https:' && !mayBeHttp)) throw new AgentError('bad-person')
  if (webIds.includes(value) || pods.some((pod) => value.startsWith(pod))) throw new AgentError('bad-person')
  return value
}
