// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/wellbeing.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { number, text, typed } from '../kinds.ts'
import { SCHEMA, SOSA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** A day’s measures / Mesures d’un jour: https://w3id.org/traboule/ns#WellbeingDayShape */
export interface WellbeingDay {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** day, by the clock of the exporting device / jour, à l’heure de l’appareil qui exporte (YYYY-MM-DD): https://w3id.org/traboule/ns#day */
  readonly day: string
  /** what is measured / ce qui est mesuré: https://w3id.org/traboule/ns#measure */
  readonly measure: string
  /** number of samples / nombre de relevés: https://w3id.org/traboule/ns#samples */
  readonly samples: number
  /** sum / somme: https://w3id.org/traboule/ns#sum */
  readonly sum?: number
  /** minimum / minimum: https://schema.org/minValue */
  readonly min?: number
  /** mean of the samples / moyenne des relevés: https://w3id.org/traboule/ns#mean */
  readonly mean?: number
  /** maximum / maximum: https://schema.org/maxValue */
  readonly max?: number
  /** unit, as written / unité, telle qu’écrite (at most 32 characters): https://schema.org/unitText */
  readonly unit: string
  /** device or application / appareil ou application (at most 100 characters): https://w3id.org/traboule/ns#sourceLabel */
  readonly source: string
  /** digest of the source’s name / empreinte du nom de la source: https://w3id.org/traboule/ns#sourceDigest */
  readonly sourceId: string
}

const wellbeingDayShape = shape<WellbeingDay>([`${TB}WellbeingDay`, `${SOSA}ObservationCollection`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  day: one(`${TB}day`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  measure: one(`${TB}measure`, text({ pattern: /^[A-Za-z0-9.]{1,120}$/ })),
  samples: one(`${TB}samples`, number({ pattern: /^[1-9][0-9]{0,8}$/ })),
  sum: optional(`${TB}sum`, number({ pattern: /^-?[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  min: optional(`${SCHEMA}minValue`, number({ pattern: /^-?[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  mean: optional(`${TB}mean`, number({ pattern: /^-?[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  max: optional(`${SCHEMA}maxValue`, number({ pattern: /^-?[0-9]{1,12}([.][0-9]{1,3})?$/ })),
  unit: one(`${SCHEMA}unitText`, text({ minLength: 1, maxLength: 32 })),
  source: one(`${TB}sourceLabel`, text({ minLength: 1, maxLength: 100 })),
  sourceId: one(`${TB}sourceDigest`, text({ pattern: /^[0-9a-f]{8}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readWellbeingDay(node: Node): WellbeingDay | undefined {
  return wellbeingDayShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeWellbeingDay(value: WellbeingDay, subject: string): Quad[] {
  return wellbeingDayShape.write(value, subject)
}

export function isWellbeingDay(value: unknown): value is WellbeingDay {
  return wellbeingDayShape.is(value)
}
