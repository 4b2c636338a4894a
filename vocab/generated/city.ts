// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/city.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { amount, choice, number, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Schooling / Scolarité: https://w3id.org/traboule/ns#SchoolingShape */
export interface Schooling {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** school year / année scolaire: https://w3id.org/traboule/ns#schoolYear */
  readonly schoolYear: string
  /** first name of the child / prénom de l’enfant (at most 100 characters): https://schema.org/givenName */
  readonly pupil?: string
  /** enrolled / scolarisé: https://w3id.org/traboule/ns#enrolled */
  readonly enrolled: 'yes' | 'no'
  /** school / établissement (at most 300 characters): https://w3id.org/traboule/ns#school */
  readonly school?: string
  /** code of the school (UAI) / code de l’établissement (UAI): https://w3id.org/traboule/ns#schoolCode */
  readonly schoolCode?: string
  /** course / formation (at most 300 characters): https://w3id.org/traboule/ns#schoolClass */
  readonly schoolClass?: string
  /** has a scholarship / boursier: https://w3id.org/traboule/ns#scholarship */
  readonly scholarship?: 'yes' | 'no'
  /** level of the scholarship / échelon de bourse: https://w3id.org/traboule/ns#scholarshipLevel */
  readonly scholarshipLevel?: number
}

const schoolingShape = shape<Schooling>([`${TB}Schooling`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  schoolYear: one(`${TB}schoolYear`, text({ pattern: /^[0-9]{4}-[0-9]{4}$/ })),
  pupil: optional(`${SCHEMA}givenName`, text({ minLength: 1, maxLength: 100 })),
  enrolled: one(`${TB}enrolled`, choice(['yes', 'no'])),
  school: optional(`${TB}school`, text({ minLength: 1, maxLength: 300 })),
  schoolCode: optional(`${TB}schoolCode`, text({ pattern: /^[0-9]{7}[A-Z]$/ })),
  schoolClass: optional(`${TB}schoolClass`, text({ minLength: 1, maxLength: 300 })),
  scholarship: optional(`${TB}scholarship`, choice(['yes', 'no'])),
  scholarshipLevel: optional(`${TB}scholarshipLevel`, number({ pattern: /^[0-9]{1,2}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readSchooling(node: Node): Schooling | undefined {
  return schoolingShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeSchooling(value: Schooling, subject: string): Quad[] {
  return schoolingShape.write(value, subject)
}

export function isSchooling(value: unknown): value is Schooling {
  return schoolingShape.is(value)
}

/** Library loan / Prêt de bibliothèque: https://w3id.org/traboule/ns#LibraryLoanShape */
export interface LibraryLoan {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** title / titre (at most 300 characters): https://schema.org/name */
  readonly title: string
  /** date of the loan / date du prêt (YYYY-MM-DD): https://w3id.org/traboule/ns#loanDate */
  readonly loanDate?: string
  /** due date / à rendre le (YYYY-MM-DD): https://w3id.org/traboule/ns#dueDate */
  readonly dueDate: string
}

const libraryLoanShape = shape<LibraryLoan>([`${TB}LibraryLoan`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  title: one(`${SCHEMA}name`, text({ minLength: 1, maxLength: 300 })),
  loanDate: optional(`${TB}loanDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  dueDate: one(`${TB}dueDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readLibraryLoan(node: Node): LibraryLoan | undefined {
  return libraryLoanShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeLibraryLoan(value: LibraryLoan, subject: string): Quad[] {
  return libraryLoanShape.write(value, subject)
}

export function isLibraryLoan(value: unknown): value is LibraryLoan {
  return libraryLoanShape.is(value)
}

/** Canteen meal / Repas de cantine: https://w3id.org/traboule/ns#CanteenMealShape */
export interface CanteenMeal {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** date of the meal / date du repas (YYYY-MM-DD): https://w3id.org/traboule/ns#mealDate */
  readonly date: string
  /** first name of the child / prénom de l’enfant (at most 100 characters): https://schema.org/givenName */
  readonly child?: string
  /** label / libellé (at most 300 characters): https://schema.org/description */
  readonly label?: string
  /** price / prix (integer cents): https://w3id.org/traboule/ns#amount */
  readonly amountCents: number
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency: string
}

const canteenMealShape = shape<CanteenMeal>([`${TB}CanteenMeal`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  date: one(`${TB}mealDate`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  child: optional(`${SCHEMA}givenName`, text({ minLength: 1, maxLength: 100 })),
  label: optional(`${SCHEMA}description`, text({ minLength: 1, maxLength: 300 })),
  amountCents: one(`${TB}amount`, amount({ pattern: /^-?[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  currency: one(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readCanteenMeal(node: Node): CanteenMeal | undefined {
  return canteenMealShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeCanteenMeal(value: CanteenMeal, subject: string): Quad[] {
  return canteenMealShape.write(value, subject)
}

export function isCanteenMeal(value: unknown): value is CanteenMeal {
  return canteenMealShape.is(value)
}
