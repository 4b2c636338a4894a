// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/mobility.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { amount, choice, number, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Trip / Déplacement: https://w3id.org/traboule/ns#TripShape */
export interface Trip {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** local day / jour local (YYYY-MM-DD): https://w3id.org/traboule/ns#day */
  readonly day: string
  /** status: booked, cancelled, recorded or guessed / état : réservé, annulé, enregistré ou deviné: https://w3id.org/traboule/ns#tripStatus */
  readonly status: 'booked' | 'cancelled' | 'recorded' | 'guessed'
  /** travel mode / mode de déplacement: https://w3id.org/traboule/ns#travelMode */
  readonly mode?: 'train' | 'subway' | 'tram' | 'bus' | 'bike' | 'walk' | 'car' | 'plane' | 'boat' | 'other'
  /** name given to the trip / nom donné au déplacement (at most 300 characters): https://schema.org/name */
  readonly name?: string
  /** departure, in UTC / départ, en UTC (ISO 8601 in UTC, ending in Z): https://schema.org/departureTime */
  readonly departureTime?: string
  /** arrival, in UTC / arrivée, en UTC (ISO 8601 in UTC, ending in Z): https://schema.org/arrivalTime */
  readonly arrivalTime?: string
  /** departure, local time without a zone / départ, heure locale sans fuseau (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#localDeparture */
  readonly localDeparture?: string
  /** arrival, local time without a zone / arrivée, heure locale sans fuseau (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#localArrival */
  readonly localArrival?: string
  /** place of departure / lieu de départ (at most 300 characters): https://w3id.org/traboule/ns#departurePlace */
  readonly departurePlace?: string
  /** place of arrival / lieu d’arrivée (at most 300 characters): https://w3id.org/traboule/ns#arrivalPlace */
  readonly arrivalPlace?: string
  /** point of departure: latitude longitude / point de départ : latitude longitude: https://w3id.org/traboule/ns#departurePoint */
  readonly departurePoint?: string
  /** point of arrival: latitude longitude / point d’arrivée : latitude longitude: https://w3id.org/traboule/ns#arrivalPoint */
  readonly arrivalPoint?: string
  /** bounding box: south west north east / emprise : sud ouest nord est: https://w3id.org/traboule/ns#boundingBox */
  readonly boundingBox?: string
  /** distance in metres / distance en mètres: https://w3id.org/traboule/ns#distanceMetres */
  readonly distanceMetres?: number
  /** line or train number / ligne ou numéro de train (at most 64 characters): https://w3id.org/traboule/ns#transitLine */
  readonly line?: string
  /** how many tickets / nombre de billets: https://w3id.org/traboule/ns#travellers */
  readonly travellers?: number
  /** price / prix (integer cents): https://w3id.org/traboule/ns#amount */
  readonly amountCents?: number
  /** currency (ISO 4217) / devise (ISO 4217): https://schema.org/currency */
  readonly currency?: string
}

const tripShape = shape<Trip>([`${TB}Trip`, `${SCHEMA}Trip`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  day: one(`${TB}day`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  status: one(`${TB}tripStatus`, choice(['booked', 'cancelled', 'recorded', 'guessed'])),
  mode: optional(`${TB}travelMode`, choice(['train', 'subway', 'tram', 'bus', 'bike', 'walk', 'car', 'plane', 'boat', 'other'])),
  name: optional(`${SCHEMA}name`, text({ minLength: 1, maxLength: 300 })),
  departureTime: optional(`${SCHEMA}departureTime`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,3})?Z$/ })),
  arrivalTime: optional(`${SCHEMA}arrivalTime`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,3})?Z$/ })),
  localDeparture: optional(`${TB}localDeparture`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$/ })),
  localArrival: optional(`${TB}localArrival`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$/ })),
  departurePlace: optional(`${TB}departurePlace`, text({ minLength: 1, maxLength: 300 })),
  arrivalPlace: optional(`${TB}arrivalPlace`, text({ minLength: 1, maxLength: 300 })),
  departurePoint: optional(`${TB}departurePoint`, text({ pattern: /^-?[0-9]{1,2}[.][0-9]{3} -?[0-9]{1,3}[.][0-9]{3}$/ })),
  arrivalPoint: optional(`${TB}arrivalPoint`, text({ pattern: /^-?[0-9]{1,2}[.][0-9]{3} -?[0-9]{1,3}[.][0-9]{3}$/ })),
  boundingBox: optional(`${TB}boundingBox`, text({ pattern: /^-?[0-9]{1,2}[.][0-9]{3} -?[0-9]{1,3}[.][0-9]{3} -?[0-9]{1,2}[.][0-9]{3} -?[0-9]{1,3}[.][0-9]{3}$/ })),
  distanceMetres: optional(`${TB}distanceMetres`, number({ pattern: /^[0-9]{1,9}$/ })),
  line: optional(`${TB}transitLine`, text({ minLength: 1, maxLength: 64 })),
  travellers: optional(`${TB}travellers`, number({ pattern: /^[1-9][0-9]{0,2}$/ })),
  amountCents: optional(`${TB}amount`, amount({ pattern: /^[0-9]{1,13}([.][0-9]{1,2})?$/ })),
  currency: optional(`${SCHEMA}currency`, text({ pattern: /^[A-Z]{3}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readTrip(node: Node): Trip | undefined {
  return tripShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeTrip(value: Trip, subject: string): Quad[] {
  return tripShape.write(value, subject)
}

export function isTrip(value: unknown): value is Trip {
  return tripShape.is(value)
}

/** Validation of a ticket / Validation d’un titre de transport: https://w3id.org/traboule/ns#ValidationShape */
export interface Validation {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** local day / jour local (YYYY-MM-DD): https://w3id.org/traboule/ns#day */
  readonly day: string
  /** instant of the validation, in UTC / instant de la validation, en UTC (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#validatedAt */
  readonly validatedAt?: string
  /** local time, where the instant is ambiguous / heure locale, quand l’instant est ambigu (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#localValidation */
  readonly localValidation?: string
  /** travel mode / mode de déplacement: https://w3id.org/traboule/ns#travelMode */
  readonly mode?: 'train' | 'subway' | 'tram' | 'bus' | 'bike' | 'walk' | 'car' | 'plane' | 'boat' | 'other'
  /** line / ligne (at most 64 characters): https://w3id.org/traboule/ns#transitLine */
  readonly line?: string
  /** stop / arrêt (at most 300 characters): https://w3id.org/traboule/ns#transitStop */
  readonly stop?: string
}

const validationShape = shape<Validation>([`${TB}Validation`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  day: one(`${TB}day`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  validatedAt: optional(`${TB}validatedAt`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,3})?Z$/ })),
  localValidation: optional(`${TB}localValidation`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$/ })),
  mode: optional(`${TB}travelMode`, choice(['train', 'subway', 'tram', 'bus', 'bike', 'walk', 'car', 'plane', 'boat', 'other'])),
  line: optional(`${TB}transitLine`, text({ minLength: 1, maxLength: 64 })),
  stop: optional(`${TB}transitStop`, text({ minLength: 1, maxLength: 300 })),
})

/** Undefined when the node does not conform to the shape. */
export function readValidation(node: Node): Validation | undefined {
  return validationShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeValidation(value: Validation, subject: string): Quad[] {
  return validationShape.write(value, subject)
}

export function isValidation(value: unknown): value is Validation {
  return validationShape.is(value)
}
