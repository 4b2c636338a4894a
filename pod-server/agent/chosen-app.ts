import type { Bilingual } from '../bilingual.ts'
import type { Settings } from '../settings.ts'
import type { ClientMetadata } from '../sites/client-metadata.ts'
import { quotedName } from '../sites/readable.ts'
import { AgentError } from './errors.ts'
import { isDevelopment, isPlainAddress } from './plain-address.ts'

/** An app that the operator does not know, as a citizen is shown it: what is verified first, what it says after. */
export interface ChosenApp {
  readonly id: string
  /** Where its document is, which is who it is. */
  readonly origin: string
  /** Of its origin; a name in other letters as it is asked for (`xn--…`), so that none passes for another. */
  readonly host: string
  /** As it says, where that can be shown; anybody may call themselves anything. */
  readonly name?: string
  /** Other places that its document has a log-in, and so the data, given to. */
  readonly elsewhere: readonly string[]
}

/** Hosts that one app may have citizens sent to, so that each of them is read. */
const maxElsewhere = 5

/** What no IRI holds (RFC 3987), and a URL may. */
const outsideIri = /[\s<>"{}|\\^`]/

/**
 * The address of a Client ID document, as a rule may name it: one that registered itself has none.
 *
 * @throws AgentError `bad-client`
 */
export function clientIdOf(value: unknown, { baseUrl }: Pick<Settings, 'baseUrl'>): string {
  if (typeof value !== 'string' || outsideIri.test(value)) throw new AgentError('bad-client')
  if (!isPlainAddress(value, isDevelopment(baseUrl))) throw new AgentError('bad-client')
  return value
}

/** Pure. @throws AgentError `unread-client` */
export function chosenApp(id: string, { client_name, redirect_uris }: ClientMetadata): ChosenApp {
  const { origin, host } = new URL(id)
  const uris = [redirect_uris].flat().filter((it) => typeof it === 'string')
  const elsewhere = [...new Set(uris.map(placeOf))].filter((it) => it !== host)
  if (elsewhere.length > maxElsewhere) throw new AgentError('unread-client', undefined, tooMany)
  const name = quotedName(client_name)
  return { id, origin, host, ...(name ? { name } : {}), elsewhere }
}

const tooMany: Bilingual = {
  fr: `redirect_uris mène à plus de ${maxElsewhere} autres sites.`,
  en: `redirect_uris leads to more than ${maxElsewhere} other sites.`,
}

/** A host, or the scheme of an installed app, whatever host it names behind it. */
function placeOf(uri: string): string {
  const { host, protocol } = new URL(uri)
  return /^https?:$/.test(protocol) ? host : protocol
}
