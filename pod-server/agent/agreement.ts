import { categoryOf } from '#vocab/categories'
import { categoryTerms } from '#vocab/generated/category-terms'
import { DPV, TB } from '#vocab/namespaces'
import { wholeSpace } from '#vocab/whole-space'
import type { Bilingual } from '../bilingual.ts'
import { type Consent, type Party, recordOf, type Storage } from '../consents/record.ts'
import type { GrantRule } from './grant.ts'

/** What data of one category is for. */
export interface Purpose {
  readonly category: string
  /** An IRI. */
  readonly purpose: string
  /** What the citizen reads of it. */
  readonly why: Bilingual
  /** Whether what is asked for needs it. */
  readonly required: boolean
}

/** What a citizen grants to whom, until when: what a consent record and the rules that cite it say alike. */
export interface Agreement {
  readonly citizen: string
  readonly kind: GrantRule['kind']
  readonly agent: string
  /** The application, for an app's grant. */
  readonly client?: string
  readonly issuer?: string
  readonly recipient: Party
  /** Who answers for what is done with the data. */
  readonly controller: Party
  readonly storage: Storage
  /** The page on which the citizen agreed: below the server's address. */
  readonly page: string
  readonly purposes: readonly Purpose[]
  /** UTC, whole seconds. */
  readonly until?: string
}

/** A container that is opened. */
export interface Opened {
  readonly url: string
  readonly category: string
}

/** When and where an agreement is made. */
interface Made {
  readonly id: string
  /** With its slash. */
  readonly pod: string
  /** UTC instant. */
  readonly since: string
  readonly server: string
}

const ofPartner = { mode: 'append', processing: [`${DPV}Store`] } as const
const ofReader = { mode: 'read', processing: [`${DPV}Access`] } as const
/** Of an app that is let into the whole space. */
const ofOwner = {
  mode: 'write',
  processing: [`${DPV}Access`, `${DPV}Store`, `${DPV}Modify`, `${DPV}Erase`],
} as const

const useOf = ({ kind }: Agreement, category: string) =>
  kind === 'partner' ? ofPartner : category === wholeSpace.id ? ofOwner : ofReader

/** Of a special kind (GDPR, article 9): health is in the whole space too. */
const isSpecial = (category: string): boolean =>
  category === wholeSpace.id || categoryOf(category)?.byNameOnly === true

const termOf = (category: string): string =>
  category === wholeSpace.id
    ? `${TB}WholeSpaceData`
    : (categoryTerms[category]?.iri ?? `${TB}${category}Data`)

/** The rule that opens one container. */
export function ruleOf(agreement: Agreement, { category }: Opened, { id, pod, since }: Made): GrantRule {
  const { kind, agent, client, issuer, until } = agreement
  const purpose = agreement.purposes.find((it) => it.category === category)?.purpose
  return {
    id,
    kind,
    agent,
    ...(client ? { client } : {}),
    ...(issuer ? { issuer } : {}),
    mode: useOf(agreement, category).mode,
    category,
    since,
    ...(until ? { until } : {}),
    ...(purpose ? { purpose } : {}),
    record: recordOf(pod, id),
  }
}

/** What is recorded of it. */
export function consentOf(agreement: Agreement, opened: readonly Opened[], made: Made): Consent {
  const { citizen, controller, recipient, storage, until } = agreement
  const processes = agreement.purposes.flatMap(({ category, purpose, why, required }) => {
    const containers = opened.filter((it) => it.category === category).map(({ url }) => url)
    if (containers.length === 0) return []
    return [
      {
        category,
        personalData: termOf(category),
        purpose,
        processing: useOf(agreement, category).processing,
        necessity: `${DPV}${required ? 'Required' : 'Optional'}` as const,
        toldInFrench: why.fr,
        toldInEnglish: why.en,
        containers,
      },
    ]
  })
  return {
    id: made.id,
    pod: made.pod,
    citizen,
    controller,
    recipient,
    processes,
    storage,
    isSensitive: processes.some(({ category }) => isSpecial(category)),
    notice: `${made.server}${agreement.page}`,
    withdrawnAt: `${made.server}.account/`,
    at: wholeSeconds(made.since),
    until,
  }
}

/** An instant as rules and records have it. */
export const wholeSeconds = (instant: string | number): string =>
  `${new Date(instant).toISOString().slice(0, 19)}Z`
