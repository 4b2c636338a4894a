import { TB } from '#vocab/namespaces'
import type { Agreement } from './agreement.ts'
import type { RegisteredPartner } from './registry.ts'

/** The consent to a partner's sending: it has no end, as a partner's customer has none. */
export const agreementWithPartner = (
  citizen: string,
  pod: string,
  { webId, domain, name }: RegisteredPartner,
  page: string,
): Agreement => {
  const party = { iri: webId, name, contact: webId }
  const why = {
    fr: `Recevoir dans votre espace les données que ${name} a sur vous`,
    en: `Receive in your space the data that ${name} has about you`,
  }
  return {
    citizen,
    kind: 'partner',
    agent: webId,
    recipient: party,
    controller: party,
    storage: { location: pod, told: why, until: untilErased },
    page,
    purposes: [{ category: domain, purpose: `${TB}OwnCopy`, why, required: true }],
  }
}

const untilErased = {
  fr: 'Effacement par le citoyen',
  en: 'Erasure by the citizen',
}
