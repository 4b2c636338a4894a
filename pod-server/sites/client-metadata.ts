import { isLocalHttp } from '../agent/plain-address.ts'
import type { Bilingual } from '../bilingual.ts'
import type { Found } from '../outgoing/get.ts'
import { type Unread, unreadSentences } from '../outgoing/unread.ts'

/** Why a Client ID document counts for nothing, for the app's maker. */
export interface ClientFault {
  readonly fault: Bilingual
}

export type Said = Readonly<Record<string, unknown>>

/** What oidc-provider is told of a client (OpenID Connect Registration §2). */
export type ClientMetadata = Said & { readonly client_id: string }

export const clientDocumentTypes = 'application/ld+json, application/json'
export const maxClientDocument = 64 * 1024

const solidContext = 'https://www.w3.org/ns/solid/oidc-context.jsonld'

/**
 * Of all that a document may say, what is used here. Left out is whatever would have oidc-provider call an address of
 * the document's choice (`jwks_uri`, `sector_identifier_uri`), or take the client for one that has a secret or keys.
 */
const members = [
  'client_name',
  'client_uri',
  'logo_uri',
  'policy_uri',
  'tos_uri',
  'contacts',
  'redirect_uris',
  'post_logout_redirect_uris',
  'application_type',
  'scope',
  'grant_types',
  'response_types',
  'default_max_age',
  'require_auth_time',
  'dpop_bound_access_tokens',
]

/**
 * Reads a Client ID document as it was found at its address, as plain JSON: its normative context must be there
 * (Solid-OIDC §5.1). Pure.
 */
export function readJson(found: Found | Unread, address: string): Said | ClientFault {
  if (typeof found === 'string') return { fault: unreadSentences[found] }
  if (!clientDocumentTypes.split(', ').includes(found.type))
    return fault(
      'Le document doit être du type application/ld+json ou application/json.',
      'The document must have the type application/ld+json or application/json.',
    )
  const said = parse(found.body.toString('utf8'))
  if (!said) return fault('Le document n’est pas du JSON.', 'The document is no JSON object.')
  if (![said['@context']].flat().includes(solidContext))
    return fault(
      `Le @context du document n’a pas ${solidContext}.`,
      `The @context of the document lacks ${solidContext}.`,
    )
  if (said['client_id'] !== address)
    return fault(
      'client_id n’est pas l’adresse du document, à l’octet près.',
      'client_id is not the address of the document, byte for byte.',
    )
  return said
}

/** What a client is, by its document. What oidc-provider judges itself (the types of grants, say) is left to it. Pure. */
export function clientMetadata(found: Found | Unread, address: string): ClientMetadata | ClientFault {
  const said = readJson(found, address)
  if (isFault(said)) return said
  const uris = said['redirect_uris']
  if (!Array.isArray(uris) || uris.length === 0 || !uris.every(isReturnAddress))
    return fault(
      'redirect_uris doit être une liste d’adresses entières : https, http sur la machine de la personne, ou le schéma d’une application installée.',
      'redirect_uris must be a list of whole addresses: https, http on the person’s own machine, or the scheme of a native app.',
    )
  const metadata: Record<string, unknown> = {}
  for (const member of members) {
    const value = said[member]
    if (value === undefined) continue
    if (![value].flat().every(isPlain)) return fault(`${member} est mal formé.`, `${member} is malformed.`)
    metadata[member] = value
  }
  // A public client: its document has no secret (Solid-OIDC §5.1).
  return { ...metadata, client_id: address, token_endpoint_auth_method: 'none' }
}

export const isFault = (it: object): it is ClientFault => 'fault' in it

export const asSaid = (value: unknown): Said | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : undefined

/** RFC 8252 §7: an installed app is called back by its own scheme, or on the machine that it runs on. */
function isReturnAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  const url = new URL(value)
  if (url.username !== '' || url.password !== '' || value.includes('#')) return false
  return url.protocol === 'https:' || isLocalHttp(url) || url.protocol.includes('.')
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

function parse(text: string): Said | undefined {
  try {
    return asSaid(JSON.parse(text))
  } catch {
    return undefined
  }
}

export const fault = (fr: string, en: string): ClientFault => ({ fault: { fr, en } })
