// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/benefits.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { amount, choice, number, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Family quotient / Quotient familial: https://w3id.org/traboule/ns#FamilyQuotientShape */
export interface FamilyQuotient {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** month / mois: https://w3id.org/traboule/ns#month */
  readonly month: string
  /** value of the quotient, in euros / valeur du quotient, en euros: https://w3id.org/traboule/ns#quotient */
  readonly quotient: number
  /** fund / caisse: https://w3id.org/traboule/ns#benefitFund */
  readonly fund: 'CNAF' | 'MSA'
}

const familyQuotientShape = shape<FamilyQuotient>([`${TB}FamilyQuotient`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  month: one(`${TB}month`, typed(`${XSD}gYearMonth`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])$/ })),
  quotient: one(`${TB}quotient`, number({ pattern: /^[0-9]{1,7}([.][0-9]{1,2})?$/ })),
  fund: one(`${TB}benefitFund`, choice(['CNAF', 'MSA'])),
})

/** Undefined when the node does not conform to the shape. */
export function readFamilyQuotient(node: Node): FamilyQuotient | undefined {
  return familyQuotientShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeFamilyQuotient(value: FamilyQuotient, subject: string): Quad[] {
  return familyQuotientShape.write(value, subject)
}

export function isFamilyQuotient(value: unknown): value is FamilyQuotient {
  return familyQuotientShape.is(value)
}

/** Right to a benefit / Droit à une prestation: https://w3id.org/traboule/ns#BenefitRightShape */
export interface BenefitRight {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** benefit / prestation: https://w3id.org/traboule/ns#benefitKind */
  readonly kind: 'activity-bonus' | 'active-solidarity-income' | 'family-support-allowance'
  /** entitled / bénéficiaire: https://w3id.org/traboule/ns#entitled */
  readonly entitled: 'yes' | 'no'
  /** with an increase / avec majoration: https://w3id.org/traboule/ns#increased */
  readonly increased?: 'yes' | 'no'
  /** start of the right / début du droit (YYYY-MM-DD): https://schema.org/startDate */
  readonly startDate?: string
}

const benefitRightShape = shape<BenefitRight>([`${TB}BenefitRight`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  kind: one(`${TB}benefitKind`, choice(['activity-bonus', 'active-solidarity-income', 'family-support-allowance'])),
  entitled: one(`${TB}entitled`, choice(['yes', 'no'])),
  increased: optional(`${TB}increased`, choice(['yes', 'no'])),
  startDate: optional(`${SCHEMA}startDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readBenefitRight(node: Node): BenefitRight | undefined {
  return benefitRightShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeBenefitRight(value: BenefitRight, subject: string): Quad[] {
  return benefitRightShape.write(value, subject)
}

export function isBenefitRight(value: unknown): value is BenefitRight {
  return benefitRightShape.is(value)
}

/** Registration as a job seeker / Inscription comme demandeur d’emploi: https://w3id.org/traboule/ns#JobSeekerRegistrationShape */
export interface JobSeekerRegistration {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** start of the registration / début de l’inscription (YYYY-MM-DD): https://schema.org/startDate */
  readonly startDate: string
  /** end of the registration / fin de l’inscription (YYYY-MM-DD): https://schema.org/endDate */
  readonly endDate?: string
  /** category, the employment service’s code / catégorie, code du service de l’emploi: https://w3id.org/traboule/ns#jobSeekerCategory */
  readonly category?: string
}

const jobSeekerRegistrationShape = shape<JobSeekerRegistration>([`${TB}JobSeekerRegistration`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  startDate: one(`${SCHEMA}startDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  endDate: optional(`${SCHEMA}endDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  category: optional(`${TB}jobSeekerCategory`, text({ pattern: /^[1-9][0-9]?$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readJobSeekerRegistration(node: Node): JobSeekerRegistration | undefined {
  return jobSeekerRegistrationShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeJobSeekerRegistration(value: JobSeekerRegistration, subject: string): Quad[] {
  return jobSeekerRegistrationShape.write(value, subject)
}

export function isJobSeekerRegistration(value: unknown): value is JobSeekerRegistration {
  return jobSeekerRegistrationShape.is(value)
}

/** Unemployment payment / Paiement de chômage: https://w3id.org/traboule/ns#UnemploymentPaymentShape */
export interface UnemploymentPayment {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** payment date / date de versement (YYYY-MM-DD): https://w3id.org/traboule/ns#paymentDate */
  readonly paymentDate: string
  /** total amount / montant total (integer cents): https://w3id.org/traboule/ns#amount */
  readonly amountCents: number
  /** of which allowances / dont allocations (integer cents): https://w3id.org/traboule/ns#allowanceAmount */
  readonly allowanceCents?: number
  /** of which aids / dont aides (integer cents): https://w3id.org/traboule/ns#aidAmount */
  readonly aidCents?: number
  /** of which others / dont autres (integer cents): https://w3id.org/traboule/ns#otherAmount */
  readonly otherCents?: number
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
}

const unemploymentPaymentShape = shape<UnemploymentPayment>([`${TB}UnemploymentPayment`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  paymentDate: one(`${TB}paymentDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  amountCents: one(`${TB}amount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  allowanceCents: optional(`${TB}allowanceAmount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  aidCents: optional(`${TB}aidAmount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  otherCents: optional(`${TB}otherAmount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readUnemploymentPayment(node: Node): UnemploymentPayment | undefined {
  return unemploymentPaymentShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeUnemploymentPayment(value: UnemploymentPayment, subject: string): Quad[] {
  return unemploymentPaymentShape.write(value, subject)
}

export function isUnemploymentPayment(value: unknown): value is UnemploymentPayment {
  return unemploymentPaymentShape.is(value)
}
