import { type Html, html } from '../html.ts'
import { MESINFOS, TB } from '../namespaces.ts'
import { compact } from '../prefixes.ts'

/** Names of vocabularies that are linked to and not written: they are in no context. */
const LINKED: readonly (readonly [prefix: string, namespace: string])[] = [
  ['mesinfos', MESINFOS],
  ['fibo-caa', 'https://spec.edmcouncil.org/fibo/ontology/FBC/ProductsAndServices/ClientsAndAccounts/'],
  ['s4grid', 'https://saref.etsi.org/saref4grid/'],
  ['fhir', 'http://hl7.org/fhir/'],
  ['pd', 'https://w3id.org/dpv/pd#'],
  ['loc', 'https://w3id.org/dpv/loc#'],
  ['eu-gdpr', 'https://w3id.org/dpv/legal/eu/gdpr#'],
]

/** IRIs one after the other: our own lead to their anchor, those of the web to their page. */
export function iriLinks(iris: readonly string[]): Html[] {
  return iris.map((iri, at) => html`${at > 0 && ', '}${iriLink(iri)}`)
}

export function iriLink(iri: string): Html {
  const name = html`<code>${shortName(iri)}</code>`
  if (iri.startsWith(TB)) return html`<a href="#${iri.slice(TB.length)}">${name}</a>`
  return /^https?:/.test(iri) ? html`<a href="${iri}">${name}</a>` : name
}

/** Words of a norm or of a program, one after the other. */
export function codes(texts: readonly string[]): Html[] {
  return texts.map((it, at) => html`${at > 0 && ', '}<code>${it}</code>`)
}

function shortName(iri: string): string {
  const [prefix, namespace = ''] = LINKED.find(([, it]) => iri.startsWith(it)) ?? []
  return prefix ? `${prefix}:${iri.slice(namespace.length)}` : compact(iri)
}
