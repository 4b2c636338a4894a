// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/energy.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { choice, iri, iriChoice, number, text, typed } from '../kinds.ts'
import { QUDT, SCHEMA, SOSA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Meter / Compteur: https://w3id.org/traboule/ns#MeterShape */
export interface Meter {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** number of the meter or delivery point, where the source says it / numéro du compteur ou du point de livraison, quand la source le dit (at most 64 characters): https://schema.org/identifier */
  readonly number?: string
  /** energy measured / énergie mesurée: https://w3id.org/traboule/ns#energyKind */
  readonly energy: 'electricity' | 'gas' | 'water'
  /** name given to the meter / nom donné au compteur (at most 300 characters): https://schema.org/name */
  readonly name?: string
}

const meterShape = shape<Meter>([`${TB}Meter`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  number: optional(`${SCHEMA}identifier`, text({ minLength: 1, maxLength: 64 })),
  energy: one(`${TB}energyKind`, choice(['electricity', 'gas', 'water'])),
  name: optional(`${SCHEMA}name`, text({ minLength: 1, maxLength: 300 })),
})

/** Undefined when the node does not conform to the shape. */
export function readMeter(node: Node): Meter | undefined {
  return meterShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeMeter(value: Meter, subject: string): Quad[] {
  return meterShape.write(value, subject)
}

export function isMeter(value: unknown): value is Meter {
  return meterShape.is(value)
}

/** Day curve / Courbe d’un jour: https://w3id.org/traboule/ns#DayCurveShape */
export interface DayCurve {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** local day (Europe/Paris) / jour local (Europe/Paris) (YYYY-MM-DD): https://w3id.org/traboule/ns#day */
  readonly day: string
  /** direction / sens: https://w3id.org/traboule/ns#direction */
  readonly direction: 'consumption' | 'production'
  /** start of the first value, in UTC / début de la première valeur, en UTC (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#start */
  readonly start: string
  /** step, such as PT30M / pas, par exemple PT30M: https://w3id.org/traboule/ns#step */
  readonly step: string
  /** values in Wh per step, “-” for a gap / valeurs en Wh par pas, « - » pour un manque (at most 20000 characters): https://w3id.org/traboule/ns#values */
  readonly values: string
  /** sum of the known values, in Wh / somme des valeurs connues, en Wh: https://w3id.org/traboule/ns#total */
  readonly totalWh: number
  /** unit: the watt hour / unité : le wattheure: http://qudt.org/schema/qudt/hasUnit */
  readonly unit: 'http://qudt.org/vocab/unit/W-HR'
  /** quality of the readings / qualité des relevés: https://w3id.org/traboule/ns#quality */
  readonly quality?: 'measured' | 'estimated' | 'corrected' | 'mixed'
  /** meter document / document du compteur: http://www.w3.org/ns/sosa/madeBySensor */
  readonly meter: string
}

const dayCurveShape = shape<DayCurve>([`${TB}DayCurve`, `${SOSA}ObservationCollection`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  day: one(`${TB}day`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  direction: one(`${TB}direction`, choice(['consumption', 'production'])),
  start: one(`${TB}start`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,3})?Z$/ })),
  step: one(`${TB}step`, typed(`${XSD}duration`, { pattern: /^PT([1-9][0-9]{0,3}M|[1-9][0-9]?H([1-9][0-9]?M)?)$/ })),
  values: one(`${TB}values`, text({ pattern: /^(-|[0-9]{1,12}([.][0-9]{1,3})?)( (-|[0-9]{1,12}([.][0-9]{1,3})?))*$/, maxLength: 20000 })),
  totalWh: one(`${TB}total`, number({ pattern: /^[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  unit: one(`${QUDT}hasUnit`, iriChoice(['http://qudt.org/vocab/unit/W-HR'])),
  quality: optional(`${TB}quality`, choice(['measured', 'estimated', 'corrected', 'mixed'])),
  meter: one(`${SOSA}madeBySensor`, iri),
})

/** Undefined when the node does not conform to the shape. */
export function readDayCurve(node: Node): DayCurve | undefined {
  return dayCurveShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeDayCurve(value: DayCurve, subject: string): Quad[] {
  return dayCurveShape.write(value, subject)
}

export function isDayCurve(value: unknown): value is DayCurve {
  return dayCurveShape.is(value)
}

/** Period reading / Relevé d’une période: https://w3id.org/traboule/ns#PeriodReadingShape */
export interface PeriodReading {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** series: only one adds up at a time / série : une seule s’ajoute à la fois: https://w3id.org/traboule/ns#series */
  readonly series: 'daily' | 'weekly' | 'monthly' | 'billed' | 'index'
  /** direction / sens: https://w3id.org/traboule/ns#direction */
  readonly direction: 'consumption' | 'production'
  /** first day / premier jour (YYYY-MM-DD): https://w3id.org/traboule/ns#firstDay */
  readonly firstDay: string
  /** last day, included / dernier jour, compris (YYYY-MM-DD): https://w3id.org/traboule/ns#lastDay */
  readonly lastDay: string
  /** quantity counted / quantité comptée: https://w3id.org/traboule/ns#quantity */
  readonly quantity?: number
  /** unit of the quantity and of the indexes: watt hour, cubic metre or litre / unité de la quantité et des index : wattheure, mètre cube ou litre: http://qudt.org/schema/qudt/hasUnit */
  readonly unit: 'http://qudt.org/vocab/unit/W-HR' | 'http://qudt.org/vocab/unit/M3' | 'http://qudt.org/vocab/unit/L'
  /** index at the start / index de début: https://w3id.org/traboule/ns#indexStart */
  readonly indexStart?: number
  /** index at the end / index de fin: https://w3id.org/traboule/ns#indexEnd */
  readonly indexEnd?: number
  /** register / cadran (at most 64 characters): https://w3id.org/traboule/ns#register */
  readonly register?: string
  /** tariff class of the register on that day / classe tarifaire du cadran ce jour-là (at most 100 characters): https://w3id.org/traboule/ns#tariffClass */
  readonly tariffClass?: string
  /** gas: energy of that quantity, in Wh / gaz : énergie de cette quantité, en Wh: https://w3id.org/traboule/ns#energyContent */
  readonly energyWh?: number
  /** gas: conversion factor, in kWh/m³ / gaz : coefficient de conversion, en kWh/m³: https://w3id.org/traboule/ns#conversionFactor */
  readonly conversion?: number
  /** water: estimated leak, in litres / eau : fuite estimée, en litres: https://w3id.org/traboule/ns#leakEstimate */
  readonly leakLitres?: number
  /** quality of the reading / qualité du relevé: https://w3id.org/traboule/ns#quality */
  readonly quality?: 'measured' | 'estimated' | 'corrected'
  /** meter document / document du compteur: http://www.w3.org/ns/sosa/madeBySensor */
  readonly meter: string
}

const periodReadingShape = shape<PeriodReading>([`${TB}PeriodReading`, `${SOSA}Observation`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  series: one(`${TB}series`, choice(['daily', 'weekly', 'monthly', 'billed', 'index'])),
  direction: one(`${TB}direction`, choice(['consumption', 'production'])),
  firstDay: one(`${TB}firstDay`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  lastDay: one(`${TB}lastDay`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  quantity: optional(`${TB}quantity`, number({ pattern: /^[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  unit: one(`${QUDT}hasUnit`, iriChoice(['http://qudt.org/vocab/unit/W-HR', 'http://qudt.org/vocab/unit/M3', 'http://qudt.org/vocab/unit/L'])),
  indexStart: optional(`${TB}indexStart`, number({ pattern: /^[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  indexEnd: optional(`${TB}indexEnd`, number({ pattern: /^[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  register: optional(`${TB}register`, text({ minLength: 1, maxLength: 64 })),
  tariffClass: optional(`${TB}tariffClass`, text({ minLength: 1, maxLength: 100 })),
  energyWh: optional(`${TB}energyContent`, number({ pattern: /^[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  conversion: optional(`${TB}conversionFactor`, number({ pattern: /^[0-9]{1,3}([.][0-9]{1,3})?$/ })),
  leakLitres: optional(`${TB}leakEstimate`, number({ pattern: /^[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  quality: optional(`${TB}quality`, choice(['measured', 'estimated', 'corrected'])),
  meter: one(`${SOSA}madeBySensor`, iri),
})

/** Undefined when the node does not conform to the shape. */
export function readPeriodReading(node: Node): PeriodReading | undefined {
  return periodReadingShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writePeriodReading(value: PeriodReading, subject: string): Quad[] {
  return periodReadingShape.write(value, subject)
}

export function isPeriodReading(value: unknown): value is PeriodReading {
  return periodReadingShape.is(value)
}
