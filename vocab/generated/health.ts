// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/health.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { amount, choice, number, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Health reimbursement / Remboursement de soins: https://w3id.org/traboule/ns#ReimbursementShape */
export interface Reimbursement {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** date of care / date des soins (YYYY-MM-DD): https://w3id.org/traboule/ns#careDate */
  readonly careDate: string
  /** payment date / date du paiement (YYYY-MM-DD): https://w3id.org/traboule/ns#paymentDate */
  readonly paymentDate?: string
  /** kind of care, as the insurer writes it / nature des soins, telle que l’organisme l’écrit (at most 300 characters): https://schema.org/description */
  readonly label?: string
  /** amount paid for the care / montant payé pour les soins (integer cents): https://w3id.org/traboule/ns#amountPaid */
  readonly amountPaidCents?: number
  /** base of the reimbursement / base de remboursement (integer cents): https://w3id.org/traboule/ns#reimbursementBase */
  readonly baseCents?: number
  /** rate of the reimbursement, in per cent / taux de remboursement, en pour cent: https://w3id.org/traboule/ns#reimbursementRate */
  readonly ratePercent?: number
  /** amount paid in all by those the file speaks of / montant versé en tout par ceux dont le fichier parle (integer cents): https://w3id.org/traboule/ns#reimbursed */
  readonly reimbursedCents: number
  /** part of the compulsory health insurance / part de l’assurance maladie (integer cents): https://w3id.org/traboule/ns#reimbursedByState */
  readonly reimbursedByStateCents?: number
  /** part of the complementary insurance / part de la complémentaire (integer cents): https://w3id.org/traboule/ns#reimbursedByMutual */
  readonly reimbursedByMutualCents?: number
  /** out of pocket / reste à charge (integer cents): https://w3id.org/traboule/ns#outOfPocket */
  readonly outOfPocketCents?: number
  /** amount of the transfer that holds this reimbursement and others / montant du virement qui regroupe ce remboursement avec d’autres (integer cents): https://w3id.org/traboule/ns#groupAmount */
  readonly groupAmountCents?: number
  /** whom the insurer paid / à qui l’organisme a payé: https://w3id.org/traboule/ns#paidTo */
  readonly paidTo?: 'insured' | 'provider'
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
  /** initials of the beneficiary / initiales du bénéficiaire: https://w3id.org/traboule/ns#beneficiaryInitials */
  readonly beneficiary?: string
}

const reimbursementShape = shape<Reimbursement>([`${TB}Reimbursement`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  careDate: one(`${TB}careDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  paymentDate: optional(`${TB}paymentDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  label: optional(`${SCHEMA}description`, text({ minLength: 1, maxLength: 300 })),
  amountPaidCents: optional(`${TB}amountPaid`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  baseCents: optional(`${TB}reimbursementBase`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  ratePercent: optional(`${TB}reimbursementRate`, number({ pattern: /^[0-9]{1,3}([.][0-9]{1,3})?$/ })),
  reimbursedCents: one(`${TB}reimbursed`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  reimbursedByStateCents: optional(`${TB}reimbursedByState`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  reimbursedByMutualCents: optional(`${TB}reimbursedByMutual`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  outOfPocketCents: optional(`${TB}outOfPocket`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  groupAmountCents: optional(`${TB}groupAmount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  paidTo: optional(`${TB}paidTo`, choice(['insured', 'provider'])),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
  beneficiary: optional(`${TB}beneficiaryInitials`, text({ pattern: /^[A-Z]{1,6}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readReimbursement(node: Node): Reimbursement | undefined {
  return reimbursementShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeReimbursement(value: Reimbursement, subject: string): Quad[] {
  return reimbursementShape.write(value, subject)
}

export function isReimbursement(value: unknown): value is Reimbursement {
  return reimbursementShape.is(value)
}
