// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/purchases.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { amount, choice, number, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Receipt or order / Ticket ou commande: https://w3id.org/traboule/ns#ReceiptShape */
export interface Receipt {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** number of the order or receipt / numéro de la commande ou du ticket (at most 100 characters): https://schema.org/orderNumber */
  readonly orderNumber?: string
  /** local day of the purchase / jour local de l’achat (YYYY-MM-DD): https://schema.org/orderDate */
  readonly day: string
  /** retailer / enseigne (at most 300 characters): https://w3id.org/traboule/ns#sellerName */
  readonly sellerName: string
  /** shop / magasin (at most 300 characters): https://w3id.org/traboule/ns#storeName */
  readonly storeName?: string
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
  /** total paid, cancelled items left out; absent where an amount is missing / total payé, articles annulés exclus ; absent quand un montant manque (integer cents): https://w3id.org/traboule/ns#grandTotal */
  readonly totalCents?: number
}

const receiptShape = shape<Receipt>([`${TB}Receipt`, `${SCHEMA}Order`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  orderNumber: optional(`${SCHEMA}orderNumber`, text({ minLength: 1, maxLength: 100 })),
  day: one(`${SCHEMA}orderDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  sellerName: one(`${TB}sellerName`, text({ minLength: 1, maxLength: 300 })),
  storeName: optional(`${TB}storeName`, text({ minLength: 1, maxLength: 300 })),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
  totalCents: optional(`${TB}grandTotal`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readReceipt(node: Node): Receipt | undefined {
  return receiptShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeReceipt(value: Receipt, subject: string): Quad[] {
  return receiptShape.write(value, subject)
}

export function isReceipt(value: unknown): value is Receipt {
  return receiptShape.is(value)
}

/** Item bought / Article acheté: https://w3id.org/traboule/ns#ReceiptItemShape */
export interface ReceiptItem {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** key of the receipt or order / clé du ticket ou de la commande (at most 300 characters): https://w3id.org/traboule/ns#receiptKey */
  readonly receiptKey: string
  /** item / article (at most 1000 characters): https://schema.org/name */
  readonly name: string
  /** global bar code (GTIN) / code-barres mondial (GTIN): https://schema.org/gtin */
  readonly gtin?: string
  /** the retailer’s own code / code propre à l’enseigne (at most 64 characters): https://schema.org/sku */
  readonly sku?: string
  /** quantity / quantité: https://schema.org/orderQuantity */
  readonly quantity?: number
  /** amount of the item, taxes and discounts included / montant de l’article, taxes et remises comprises (integer cents): https://w3id.org/traboule/ns#itemTotal */
  readonly amountCents?: number
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
  /** bought, given back or cancelled / acheté, rendu ou annulé: https://w3id.org/traboule/ns#itemState */
  readonly state: 'bought' | 'returned' | 'cancelled'
}

const receiptItemShape = shape<ReceiptItem>([`${TB}ReceiptItem`, `${SCHEMA}OrderItem`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  receiptKey: one(`${TB}receiptKey`, text({ minLength: 1, maxLength: 300 })),
  name: one(`${SCHEMA}name`, text({ minLength: 1, maxLength: 1000 })),
  gtin: optional(`${SCHEMA}gtin`, text({ pattern: /^([0-9]{8}|[0-9]{12,14})$/ })),
  sku: optional(`${SCHEMA}sku`, text({ minLength: 1, maxLength: 64 })),
  quantity: optional(`${SCHEMA}orderQuantity`, number({ pattern: /^-?[0-9]{1,9}([.][0-9]{1,3})?$/ })),
  amountCents: optional(`${TB}itemTotal`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
  state: one(`${TB}itemState`, choice(['bought', 'returned', 'cancelled'])),
})

/** Undefined when the node does not conform to the shape. */
export function readReceiptItem(node: Node): ReceiptItem | undefined {
  return receiptItemShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeReceiptItem(value: ReceiptItem, subject: string): Quad[] {
  return receiptItemShape.write(value, subject)
}

export function isReceiptItem(value: unknown): value is ReceiptItem {
  return receiptItemShape.is(value)
}
