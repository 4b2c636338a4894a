import { categoryOf } from '#vocab/categories'
import { isPurpose } from '#vocab/dpv-purposes'
import { DPV } from '#vocab/namespaces'
import type { Bilingual } from '../bilingual.ts'
import type { Found } from '../outgoing/get.ts'
import type { Unread } from '../outgoing/unread.ts'
import type { Need } from './client-document.ts'
import { asSaid, type ClientFault, fault, isFault, readJson, type Said } from './client-metadata.ts'
import { maxName, readableName, readableText } from './readable.ts'

/** An app of somebody else, as its Client ID document describes it. */
export interface AppDescription {
  readonly clientId: string
  /** Where it is opened. */
  readonly url: string
  readonly name: Bilingual
  readonly needs: readonly Need[]
}

const maxNeeds = 20
const maxWhy = 300

/**
 * Reads a Client ID document (Solid-OIDC §5.1) with the needs that it declares in SAI's words, written as
 * `clientDocument` writes them. Pure. `address`: where it was found.
 */
export function readClientDocument(found: Found | Unread, address: string): AppDescription | ClientFault {
  const said = readJson(found, address)
  if (isFault(said)) return said
  const { origin } = new URL(address)
  const urls = listOf(said['redirect_uris'])
  if (!urls.some((url) => typeof url === 'string' && URL.canParse(url) && new URL(url).origin === origin))
    return fault(
      'redirect_uris n’a aucune adresse de son origine.',
      'redirect_uris has no address of its origin.',
    )
  const name = nameOf(said)
  if (!name)
    return fault(
      `client_name manque, dépasse ${maxName} caractères, ou en a d’invisibles ou d’empilés.`,
      `client_name is missing, has more than ${maxName} characters, or unseen or piled-up ones.`,
    )
  const needs = needsOf(said)
  if (isFault(needs)) return needs
  return { clientId: address, url: homeOf(said, origin), name, needs }
}

/** `client_name#fr` where there is one (OpenID Connect Registration §2.1). */
function nameOf(said: Said): Bilingual | undefined {
  const plain = readableName(said['client_name'])
  const fr = readableName(said['client_name#fr'] ?? plain)
  const en = readableName(said['client_name#en'] ?? plain)
  return fr && en ? { fr, en } : undefined
}

function homeOf(said: Said, origin: string): string {
  const uri = said['client_uri']
  return typeof uri === 'string' && URL.canParse(uri) && new URL(uri).origin === origin ? uri : `${origin}/`
}

function needsOf(said: Said): Need[] | ClientFault {
  const group = asSaid(said['interop:hasAccessNeedGroup'])
  const listed = listOf(group?.['interop:hasAccessNeed'])
  if (listed.length > maxNeeds) return fault(`Plus de ${maxNeeds} besoins.`, `More than ${maxNeeds} needs.`)
  const needs: Need[] = []
  for (const [index, one] of listed.entries()) {
    const need = needOf(asSaid(one) ?? {})
    if (typeof need === 'string')
      return fault(`Besoin ${index + 1} : ${need}.`, `Need ${index + 1}: ${need}.`)
    if (needs.some(({ category }) => category === need.category))
      return fault(`Deux besoins de ${need.category}.`, `Two needs of ${need.category}.`)
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
    readableText(whys.find((it) => it?.['@language'] === language)?.['@value'], maxWhy)
  const [fr, en] = [why('fr'), why('en')]
  if (!fr || !en) return 'tb:why (fr, en)'
  return { category, why: { fr, en }, purpose, required: necessity === 'interop:AccessRequired' }
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
