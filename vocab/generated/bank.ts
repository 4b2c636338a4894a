// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/bank.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { amount, choice, iri, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Bank account / Compte bancaire: https://w3id.org/traboule/ns#BankAccountShape */
export interface BankAccount {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** account number, as the bank gives it / numéro de compte, tel que la banque le donne (at most 64 characters): https://schema.org/identifier */
  readonly number: string
  /** bank code / code banque (at most 32 characters): https://w3id.org/traboule/ns#bankCode */
  readonly bankCode?: string
  /** branch code / code guichet (at most 32 characters): https://w3id.org/traboule/ns#branchCode */
  readonly branchCode?: string
  /** account name / intitulé du compte (at most 300 characters): https://schema.org/name */
  readonly name?: string
  /** account kind / sorte de compte: https://w3id.org/traboule/ns#accountKind */
  readonly kind?: 'checking' | 'savings' | 'card' | 'other'
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
}

const bankAccountShape = shape<BankAccount>([`${TB}BankAccount`, `${SCHEMA}BankAccount`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  number: one(`${SCHEMA}identifier`, text({ minLength: 1, maxLength: 64 })),
  bankCode: optional(`${TB}bankCode`, text({ minLength: 1, maxLength: 32 })),
  branchCode: optional(`${TB}branchCode`, text({ minLength: 1, maxLength: 32 })),
  name: optional(`${SCHEMA}name`, text({ minLength: 1, maxLength: 300 })),
  kind: optional(`${TB}accountKind`, choice(['checking', 'savings', 'card', 'other'])),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readBankAccount(node: Node): BankAccount | undefined {
  return bankAccountShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeBankAccount(value: BankAccount, subject: string): Quad[] {
  return bankAccountShape.write(value, subject)
}

export function isBankAccount(value: unknown): value is BankAccount {
  return bankAccountShape.is(value)
}

/** Account balance / Solde d’un compte: https://w3id.org/traboule/ns#AccountBalanceShape */
export interface AccountBalance {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** balance / solde (integer cents): https://w3id.org/traboule/ns#amount */
  readonly amountCents: number
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
  /** balance date / date du solde (YYYY-MM-DD): https://w3id.org/traboule/ns#balanceDate */
  readonly date: string
  /** balance kind: booked or available / sorte de solde : comptable ou disponible: https://w3id.org/traboule/ns#balanceKind */
  readonly kind: 'ledger' | 'available'
}

const accountBalanceShape = shape<AccountBalance>([`${TB}AccountBalance`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  amountCents: one(`${TB}amount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
  date: one(`${TB}balanceDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  kind: one(`${TB}balanceKind`, choice(['ledger', 'available'])),
})

/** Undefined when the node does not conform to the shape. */
export function readAccountBalance(node: Node): AccountBalance | undefined {
  return accountBalanceShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeAccountBalance(value: AccountBalance, subject: string): Quad[] {
  return accountBalanceShape.write(value, subject)
}

export function isAccountBalance(value: unknown): value is AccountBalance {
  return accountBalanceShape.is(value)
}

/** Bank operation / Opération bancaire: https://w3id.org/traboule/ns#BankOperationShape */
export interface BankOperation {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** booking date / date d’opération (YYYY-MM-DD): https://w3id.org/traboule/ns#bookingDate */
  readonly bookingDate: string
  /** value date / date de valeur (YYYY-MM-DD): https://w3id.org/traboule/ns#valueDate */
  readonly valueDate?: string
  /** amount, negative when money goes out / montant, négatif quand l’argent sort (integer cents): https://w3id.org/traboule/ns#amount */
  readonly amountCents: number
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
  /** label / libellé (at most 300 characters): https://schema.org/description */
  readonly label: string
  /** memo / complément de libellé (at most 1000 characters): https://w3id.org/traboule/ns#memo */
  readonly memo?: string
  /** operation type, the bank’s code in lower case / type d’opération, code de la banque en minuscules (at most 64 characters): https://w3id.org/traboule/ns#operationType */
  readonly operationType?: string
  /** bank reference / référence de la banque (at most 300 characters): https://w3id.org/traboule/ns#bankReference */
  readonly bankReference?: string
  /** account document / document du compte: https://w3id.org/traboule/ns#account */
  readonly account: string
}

const bankOperationShape = shape<BankOperation>([`${TB}BankOperation`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  bookingDate: one(`${TB}bookingDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  valueDate: optional(`${TB}valueDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  amountCents: one(`${TB}amount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
  label: one(`${SCHEMA}description`, text({ minLength: 1, maxLength: 300 })),
  memo: optional(`${TB}memo`, text({ minLength: 1, maxLength: 1000 })),
  operationType: optional(`${TB}operationType`, text({ minLength: 1, maxLength: 64 })),
  bankReference: optional(`${TB}bankReference`, text({ minLength: 1, maxLength: 300 })),
  account: one(`${TB}account`, iri),
})

/** Undefined when the node does not conform to the shape. */
export function readBankOperation(node: Node): BankOperation | undefined {
  return bankOperationShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeBankOperation(value: BankOperation, subject: string): Quad[] {
  return bankOperationShape.write(value, subject)
}

export function isBankOperation(value: unknown): value is BankOperation {
  return bankOperationShape.is(value)
}
