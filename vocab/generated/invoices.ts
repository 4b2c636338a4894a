// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/invoices.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { amount, choice, text, typed } from '../kinds.ts'
import { DCT, SCHEMA, TB, XSD } from '../namespaces.ts'
import { many, one, optional, shape } from '../shape.ts'

/** Invoice or credit note / Facture ou avoir: https://w3id.org/traboule/ns#InvoiceShape */
export interface Invoice {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** invoice or credit note / facture ou avoir: https://w3id.org/traboule/ns#documentKind */
  readonly kind: 'invoice' | 'credit-note'
  /** invoice number / numéro de facture (at most 200 characters): https://schema.org/identifier */
  readonly number?: string
  /** issue date / date d’émission (YYYY-MM-DD): http://purl.org/dc/terms/issued */
  readonly issueDate: string
  /** due date / date d’échéance (YYYY-MM-DD): https://schema.org/paymentDueDate */
  readonly dueDate?: string
  /** seller / vendeur (at most 300 characters): https://w3id.org/traboule/ns#sellerName */
  readonly sellerName: string
  /** seller identifier / identifiant du vendeur (at most 100 characters): https://w3id.org/traboule/ns#sellerId */
  readonly sellerId?: string
  /** contract reference / référence du contrat (at most 200 characters): https://w3id.org/traboule/ns#contractReference */
  readonly contractReference?: string
  /** payment reference / référence de paiement (at most 200 characters): https://w3id.org/traboule/ns#paymentReference */
  readonly paymentReference?: string
  /** SEPA mandate reference / référence unique de mandat SEPA (at most 200 characters): https://w3id.org/traboule/ns#mandateReference */
  readonly mandateReference?: string
  /** SEPA creditor identifier / identifiant créancier SEPA (at most 200 characters): https://w3id.org/traboule/ns#creditorId */
  readonly creditorId?: string
  /** preceding invoice / facture précédente (at most 200 characters): https://w3id.org/traboule/ns#precedingInvoice */
  readonly precedingInvoices: readonly string[]
  /** first day billed / premier jour facturé (YYYY-MM-DD): https://w3id.org/traboule/ns#billingStart */
  readonly billingStart?: string
  /** last day billed / dernier jour facturé (YYYY-MM-DD): https://w3id.org/traboule/ns#billingEnd */
  readonly billingEnd?: string
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
  /** total without VAT / total hors TVA (integer cents): https://w3id.org/traboule/ns#netTotal */
  readonly netCents?: number
  /** total of VAT / total de TVA (integer cents): https://w3id.org/traboule/ns#vatTotal */
  readonly vatCents?: number
  /** total with VAT / total avec TVA (integer cents): https://w3id.org/traboule/ns#grandTotal */
  readonly totalCents?: number
  /** amount paid already / montant déjà payé (integer cents): https://w3id.org/traboule/ns#prepaid */
  readonly prepaidCents?: number
  /** amount to pay, negative when it is to be paid back / montant à payer, négatif quand il est à rembourser (integer cents): https://w3id.org/traboule/ns#amountDue */
  readonly amountDueCents: number
  /** whether the sums are right / exactitude des sommes: https://w3id.org/traboule/ns#arithmetic */
  readonly arithmetic?: 'right' | 'wrong'
}

const invoiceShape = shape<Invoice>([`${TB}Invoice`, `${SCHEMA}Invoice`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  kind: one(`${TB}documentKind`, choice(['invoice', 'credit-note'])),
  number: optional(`${SCHEMA}identifier`, text({ minLength: 1, maxLength: 200 })),
  issueDate: one(`${DCT}issued`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  dueDate: optional(`${SCHEMA}paymentDueDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  sellerName: one(`${TB}sellerName`, text({ minLength: 1, maxLength: 300 })),
  sellerId: optional(`${TB}sellerId`, text({ minLength: 1, maxLength: 100 })),
  contractReference: optional(`${TB}contractReference`, text({ minLength: 1, maxLength: 200 })),
  paymentReference: optional(`${TB}paymentReference`, text({ minLength: 1, maxLength: 200 })),
  mandateReference: optional(`${TB}mandateReference`, text({ minLength: 1, maxLength: 200 })),
  creditorId: optional(`${TB}creditorId`, text({ minLength: 1, maxLength: 200 })),
  precedingInvoices: many(`${TB}precedingInvoice`, text({ minLength: 1, maxLength: 200 })),
  billingStart: optional(`${TB}billingStart`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  billingEnd: optional(`${TB}billingEnd`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
  netCents: optional(`${TB}netTotal`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  vatCents: optional(`${TB}vatTotal`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  totalCents: optional(`${TB}grandTotal`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  prepaidCents: optional(`${TB}prepaid`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  amountDueCents: one(`${TB}amountDue`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  arithmetic: optional(`${TB}arithmetic`, choice(['right', 'wrong'])),
})

/** Undefined when the node does not conform to the shape. */
export function readInvoice(node: Node): Invoice | undefined {
  return invoiceShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeInvoice(value: Invoice, subject: string): Quad[] {
  return invoiceShape.write(value, subject)
}

export function isInvoice(value: unknown): value is Invoice {
  return invoiceShape.is(value)
}

/** Invoice line / Ligne de facture: https://w3id.org/traboule/ns#InvoiceLineShape */
export interface InvoiceLine {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** key of the invoice / clé de la facture (at most 300 characters): https://w3id.org/traboule/ns#invoiceKey */
  readonly invoiceKey: string
  /** what is billed / ce qui est facturé (at most 1000 characters): https://schema.org/description */
  readonly label: string
  /** amount without VAT / montant hors TVA (integer cents): https://w3id.org/traboule/ns#netAmount */
  readonly netCents: number
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
}

const invoiceLineShape = shape<InvoiceLine>([`${TB}InvoiceLine`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  invoiceKey: one(`${TB}invoiceKey`, text({ minLength: 1, maxLength: 300 })),
  label: one(`${SCHEMA}description`, text({ minLength: 1, maxLength: 1000 })),
  netCents: one(`${TB}netAmount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readInvoiceLine(node: Node): InvoiceLine | undefined {
  return invoiceLineShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeInvoiceLine(value: InvoiceLine, subject: string): Quad[] {
  return invoiceLineShape.write(value, subject)
}

export function isInvoiceLine(value: unknown): value is InvoiceLine {
  return invoiceLineShape.is(value)
}
