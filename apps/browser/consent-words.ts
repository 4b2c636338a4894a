import { wholeSpace } from '#vocab/whole-space'
import { type Messages, t } from '../shared/i18n/t.ts'
import { categoryOf } from '../shared/known-categories.ts'
import { senderOf } from '../shared/pod/grants.ts'
import { partnerName } from '../shared/pod/partner-name.ts'
import type { ConsentTerms } from './consent-terms.ts'
import { appName, hostOf, type People, webIdName } from './people.ts'

const messages = {
  givenRead: {
    fr: (name: string) => `Autorisation de lire donnée à ${name}`,
    en: (name: string) => `Permission to read given to ${name}`,
  },
  givenAdd: {
    fr: (name: string) => `Autorisation d’ajouter donnée à ${name}`,
    en: (name: string) => `Permission to add given to ${name}`,
  },
  withdrawnRead: {
    fr: (name: string) => `Autorisation de lire retirée à ${name}`,
    en: (name: string) => `Permission to read withdrawn from ${name}`,
  },
  withdrawnAdd: {
    fr: (name: string) => `Autorisation d’ajouter retirée à ${name}`,
    en: (name: string) => `Permission to add withdrawn from ${name}`,
  },
  givenWhole: {
    fr: (name: string) => `Accès à tout l’espace donné à ${name}`,
    en: (name: string) => `Access to the whole space given to ${name}`,
  },
  withdrawnWhole: {
    fr: (name: string) => `Accès à tout l’espace retiré à ${name}`,
    en: (name: string) => `Access to the whole space withdrawn from ${name}`,
  },
  appOf: { fr: (host: string) => `l’application de ${host}`, en: (host: string) => `the app of ${host}` },
} satisfies Messages

export interface Granted extends Pick<ConsentTerms, 'adds' | 'name' | 'subjects'> {
  readonly recipient: string
}

/** What was done, and to whom, in a line. */
export const consentTitle = (event: 'given' | 'withdrawn', terms: Granted, people: People): string =>
  t(messages[`${event}${wayOf(terms)}`], recipientName(terms, people))

const wayOf = ({ adds, subjects }: Granted) =>
  subjects.some(({ category }) => category === wholeSpace.id) ? 'Whole' : adds ? 'Add' : 'Read'

/** Whoever has no grant any more is named as the consent did, else by their address. */
export function recipientName(
  { recipient, name }: Pick<Granted, 'recipient' | 'name'>,
  people: People,
): string {
  const known = webIdName(recipient, people) ?? appName(recipient, people) ?? name
  if (known !== undefined) return known
  const host = recipient.includes('#') ? undefined : hostOf(recipient)
  return host === undefined ? recipient : t(messages.appOf, host)
}

/** Of what data. */
export const subjectWords = ({ subjects }: ConsentTerms): string =>
  subjects.map(({ category }) => labelOf(category)).join(', ')

/** From which partners, where it is of some. */
export function partnersWords({ subjects }: ConsentTerms, people: People): string {
  const names = subjects.flatMap(({ category, containers }) =>
    containers.map((it) => senderOf(it, people) ?? partnerName(it, category)),
  )
  return [...new Set(names.filter(Boolean))].join(', ')
}

function labelOf(category: string): string {
  const known = category === wholeSpace.id ? wholeSpace : categoryOf(category)
  return known ? t(known.label) : category
}
