// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/insurance.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { amount, choice, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Insurance policy / Contrat d’assurance: https://w3id.org/traboule/ns#InsurancePolicyShape */
export interface InsurancePolicy {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** number at the insurer / numéro chez l’assureur (at most 64 characters): https://schema.org/identifier */
  readonly policyNumber: string
  /** product / formule (at most 300 characters): https://schema.org/name */
  readonly product: string
  /** what is insured / ce qui est assuré: https://w3id.org/traboule/ns#insuredObject */
  readonly insured: 'home' | 'vehicle' | 'other'
  /** start of the policy / début du contrat (YYYY-MM-DD): https://schema.org/validFrom */
  readonly startDate: string
  /** yearly premium, taxes included / cotisation annuelle, taxes comprises (integer cents): https://w3id.org/traboule/ns#yearlyPremium */
  readonly yearlyPremiumCents?: number
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency?: string
}

const insurancePolicyShape = shape<InsurancePolicy>([`${TB}InsurancePolicy`, `${SCHEMA}FinancialProduct`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  policyNumber: one(`${SCHEMA}identifier`, text({ minLength: 1, maxLength: 64 })),
  product: one(`${SCHEMA}name`, text({ minLength: 1, maxLength: 300 })),
  insured: one(`${TB}insuredObject`, choice(['home', 'vehicle', 'other'])),
  startDate: one(`${SCHEMA}validFrom`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  yearlyPremiumCents: optional(`${TB}yearlyPremium`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  currency: optional(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readInsurancePolicy(node: Node): InsurancePolicy | undefined {
  return insurancePolicyShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeInsurancePolicy(value: InsurancePolicy, subject: string): Quad[] {
  return insurancePolicyShape.write(value, subject)
}

export function isInsurancePolicy(value: unknown): value is InsurancePolicy {
  return insurancePolicyShape.is(value)
}

/** Premium schedule / Échéancier de cotisation: https://w3id.org/traboule/ns#PremiumScheduleShape */
export interface PremiumSchedule {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** payment mode, as the insurer says it / mode de paiement, tel que l’assureur le dit (at most 300 characters): https://w3id.org/traboule/ns#paymentMode */
  readonly paymentMode: string
  /** payments a year / paiements par an: https://w3id.org/traboule/ns#instalments */
  readonly instalments?: string
}

const premiumScheduleShape = shape<PremiumSchedule>([`${TB}PremiumSchedule`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  paymentMode: one(`${TB}paymentMode`, text({ minLength: 1, maxLength: 300 })),
  instalments: optional(`${TB}instalments`, text({ pattern: /^([1-9]|1[0-2])$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readPremiumSchedule(node: Node): PremiumSchedule | undefined {
  return premiumScheduleShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writePremiumSchedule(value: PremiumSchedule, subject: string): Quad[] {
  return premiumScheduleShape.write(value, subject)
}

export function isPremiumSchedule(value: unknown): value is PremiumSchedule {
  return premiumScheduleShape.is(value)
}

/** Insurance claim / Sinistre: https://w3id.org/traboule/ns#InsuranceClaimShape */
export interface InsuranceClaim {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** claim reference / référence du sinistre (at most 64 characters): https://schema.org/identifier */
  readonly reference: string
  /** what is affected / ce qui est touché: https://w3id.org/traboule/ns#insuredObject */
  readonly insured: 'home' | 'vehicle' | 'other'
  /** local day of the event / jour local du sinistre (YYYY-MM-DD): https://w3id.org/traboule/ns#eventDay */
  readonly day: string
}

const insuranceClaimShape = shape<InsuranceClaim>([`${TB}InsuranceClaim`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  reference: one(`${SCHEMA}identifier`, text({ minLength: 1, maxLength: 64 })),
  insured: one(`${TB}insuredObject`, choice(['home', 'vehicle', 'other'])),
  day: one(`${TB}eventDay`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readInsuranceClaim(node: Node): InsuranceClaim | undefined {
  return insuranceClaimShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeInsuranceClaim(value: InsuranceClaim, subject: string): Quad[] {
  return insuranceClaimShape.write(value, subject)
}

export function isInsuranceClaim(value: unknown): value is InsuranceClaim {
  return insuranceClaimShape.is(value)
}

/** Insured home / Logement assuré: https://w3id.org/traboule/ns#InsuredHomeShape */
export interface InsuredHome {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** kind of home / nature du logement (at most 100 characters): https://w3id.org/traboule/ns#homeKind */
  readonly homeKind: string
  /** rooms, as the insurer says them / pièces, telles que l’assureur les dit (at most 100 characters): https://w3id.org/traboule/ns#rooms */
  readonly rooms?: string
  /** bracket of the value of contents / tranche de valeur des biens (at most 100 characters): https://w3id.org/traboule/ns#contentsValue */
  readonly contentsValue?: string
  /** occupancy / situation d’occupation (at most 200 characters): https://w3id.org/traboule/ns#occupancy */
  readonly occupancy?: string
}

const insuredHomeShape = shape<InsuredHome>([`${TB}InsuredHome`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  homeKind: one(`${TB}homeKind`, text({ minLength: 1, maxLength: 100 })),
  rooms: optional(`${TB}rooms`, text({ minLength: 1, maxLength: 100 })),
  contentsValue: optional(`${TB}contentsValue`, text({ minLength: 1, maxLength: 100 })),
  occupancy: optional(`${TB}occupancy`, text({ minLength: 1, maxLength: 200 })),
})

/** Undefined when the node does not conform to the shape. */
export function readInsuredHome(node: Node): InsuredHome | undefined {
  return insuredHomeShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeInsuredHome(value: InsuredHome, subject: string): Quad[] {
  return insuredHomeShape.write(value, subject)
}

export function isInsuredHome(value: unknown): value is InsuredHome {
  return insuredHomeShape.is(value)
}
