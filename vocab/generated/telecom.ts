// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/telecom.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { choice, number, text, typed } from '../kinds.ts'
import { SCHEMA, TB, XSD } from '../namespaces.ts'
import { one, optional, shape } from '../shape.ts'

/** Use of a line in a month / Usage d’une ligne sur un mois: https://w3id.org/traboule/ns#TelecomUsageShape */
export interface TelecomUsage {
  /** record key / clé d’enregistrement (at most 300 characters): https://w3id.org/traboule/ns#recordKey */
  readonly recordKey: string
  /** number of the citizen’s own line / numéro de la ligne du citoyen (at most 32 characters): https://schema.org/telephone */
  readonly line: string
  /** local month (Europe/Paris) / mois local (Europe/Paris): https://w3id.org/traboule/ns#usageMonth */
  readonly month: string
  /** whole month or part of it / mois entier ou partie: https://w3id.org/traboule/ns#coverage */
  readonly coverage: 'whole' | 'part'
  /** day of the first communication / jour de la première communication (YYYY-MM-DD): https://w3id.org/traboule/ns#countedFrom */
  readonly firstDay: string
  /** day of the last communication / jour de la dernière communication (YYYY-MM-DD): https://w3id.org/traboule/ns#countedTo */
  readonly lastDay: string
  /** seconds of voice / secondes de voix: https://w3id.org/traboule/ns#voiceSeconds */
  readonly voiceSeconds?: number
  /** messages / messages: https://w3id.org/traboule/ns#messageCount */
  readonly messageCount?: number
  /** bytes of data / octets de données: https://w3id.org/traboule/ns#dataBytes */
  readonly dataBytes?: number
}

const telecomUsageShape = shape<TelecomUsage>([`${TB}TelecomUsage`], {
  recordKey: one(`${TB}recordKey`, text({ minLength: 1, maxLength: 300 })),
  line: one(`${SCHEMA}telephone`, text({ minLength: 1, maxLength: 32 })),
  month: one(`${TB}usageMonth`, text({ pattern: /^[0-9]{4}-(0[1-9]|1[0-2])$/ })),
  coverage: one(`${TB}coverage`, choice(['whole', 'part'])),
  firstDay: one(`${TB}countedFrom`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  lastDay: one(`${TB}countedTo`, typed(`${XSD}date`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/ })),
  voiceSeconds: optional(`${TB}voiceSeconds`, number({ pattern: /^[0-9]{1,12}$/ })),
  messageCount: optional(`${TB}messageCount`, number({ pattern: /^[0-9]{1,12}$/ })),
  dataBytes: optional(`${TB}dataBytes`, number({ pattern: /^[0-9]{1,12}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readTelecomUsage(node: Node): TelecomUsage | undefined {
  return telecomUsageShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeTelecomUsage(value: TelecomUsage, subject: string): Quad[] {
  return telecomUsageShape.write(value, subject)
}

export function isTelecomUsage(value: unknown): value is TelecomUsage {
  return telecomUsageShape.is(value)
}
