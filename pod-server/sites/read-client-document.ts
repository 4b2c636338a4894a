import { categoryOf } from '#vocab/categories'
import { DPV } from '#vocab/namespaces'
import type { Bilingual } from '../bilingual.ts'
import type { Need } from './client-document.ts'

/** An app of somebody else, as its Client ID document describes it. */
export interface AppDescription {
  readonly clientId: string
  /** Where it is opened. */
  readonly url: string
  readonly name: Bilingual
  readonly needs: readonly Need[]
}

/** Why a Client ID document cannot be registered, for the operator and the app's maker. */
export interface ClientFault {
  readonly fault: Bilingual
}

const maxNeeds = 20
const maxName = 60
const maxWhy = 300
/** What writes backwards, breaks a line or is not seen: a name must read as it is stored. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u

/**
 * Reads a Client ID document (Solid-OIDC §5.1) with the needs that it declares in SAI's words, written as
 * `clientDocument` writes them. Pure. `address`: where it was found.
 */
export function readClientDocument(text: string, address: string): AppDescription | ClientFault {
  const said = parse(text)
  if (!said) return fault('ce n’est pas du JSON', 'it is no JSON')
  if (said['client_id'] !== address)
    return fault(`client_id n’est pas son adresse, ${address}`, `client_id is not its address, ${address}`)
  const { origin } = new URL(address)
  const urls = listOf(said['redirect_uris'])
  if (!urls.some((url) => typeof url === 'string' && URL.canParse(url) && new URL(url).origin === origin))
    return fault(
      'redirect_uris n’a aucune adresse de son origine',
      'redirect_uris has no address of its origin',
    )
  const name = nameOf(said)
  if (!name)
    return fault(
      `client_name manque, dépasse ${maxName} caractères ou en a d’invisibles`,
      `client_name is missing, has more than ${maxName} characters or unseen ones`,
    )
  const needs = needsOf(said)
  if ('fault' in needs) return needs
  return { clientId: address, url: homeOf(said, origin), name, needs }
}

/** `client_name#fr` where there is one (OpenID Connect Registration §2.1). */
function nameOf(said: Said): Bilingual | undefined {
  const plain = textOf(said['client_name'], maxName)
  const fr = textOf(said['client_name#fr'] ?? plain, maxName)
  const en = textOf(said['client_name#en'] ?? plain, maxName)
  return fr && en ? { fr, en } : undefined
}

function homeOf(said: Said, origin: string): string {
  const uri = said['client_uri']
  return typeof uri === 'string' && URL.canParse(uri) && new URL(uri).origin === origin ? uri : `${origin}/`
}

function needsOf(said: Said): Need[] | ClientFault {
  const group = asSaid(said['interop:hasAccessNeedGroup'])
  const listed = listOf(group?.['interop:hasAccessNeed'])
  if (listed.length > maxNeeds) return fault(`plus de ${maxNeeds} besoins`, `more than ${maxNeeds} needs`)
  const needs: Need[] = []
  for (const [index, one] of listed.entries()) {
    const need = needOf(asSaid(one) ?? {})
    if (typeof need === 'string') return fault(`besoin ${index + 1} : ${need}`, `need ${index + 1}: ${need}`)
    if (needs.some(({ category }) => category === need.category))
      return fault(`deux besoins de ${need.category}`, `two needs of ${need.category}`)
    needs.push(need)
  }
  return needs
}

/** @returns the name of what is wrong with it. */
function needOf(said: Said): Need | string {
  const category = said['tb:category']
  if (typeof category !== 'string' || !categoryOf(category)) return 'tb:category'
  if (asSaid(said['interop:accessMode'])?.['@id'] !== 'http://www.w3.org/ns/auth/acl#Read')
    return 'interop:accessMode'
  const necessity = asSaid(said['interop:accessNecessity'])?.['@id']
  if (necessity !== 'interop:AccessRequired' && necessity !== 'interop:AccessOptional')
    return 'interop:accessNecessity'
  const purpose = asSaid(said['dpv:hasPurpose'])?.['@id'] ?? `${DPV}RequestedServiceProvision`
  if (typeof purpose !== 'string' || !isPurpose(purpose)) return 'dpv:hasPurpose'
  const whys = listOf(said['tb:why']).map(asSaid)
  const why = (language: string) =>
    textOf(whys.find((it) => it?.['@language'] === language)?.['@value'], maxWhy)
  const [fr, en] = [why('fr'), why('en')]
  if (!fr || !en) return 'tb:why (fr, en)'
  return { category, why: { fr, en }, purpose, required: necessity === 'interop:AccessRequired' }
}

const isPurpose = (iri: string): boolean => iri.startsWith(DPV) && /^\w{1,60}$/.test(iri.slice(DPV.length))

type Said = Readonly<Record<string, unknown>>

function parse(text: string): Said | undefined {
  try {
    return asSaid(JSON.parse(text))
  } catch {
    return undefined
  }
}

const asSaid = (value: unknown): Said | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : undefined

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

const textOf = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most && !unseen.test(value)
    ? value.trim()
    : undefined

const fault = (fr: string, en: string): ClientFault => ({ fault: { fr, en } })
