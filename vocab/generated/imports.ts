// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/imports.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { iri, number, text, typed } from '../kinds.ts'
import { PROV, TB, XSD } from '../namespaces.ts'
import { many, one, optional, shape } from '../shape.ts'

/** Import run / Import: https://w3id.org/traboule/ns#ImportRunShape */
export interface ImportRun {
  /** connector / connecteur: https://w3id.org/traboule/ns#connector */
  readonly connector: string
  /** connector version / version du connecteur: https://w3id.org/traboule/ns#connectorVersion */
  readonly connectorVersion: string
  /** SHA-256 digest of the source / empreinte SHA-256 de la source: https://w3id.org/traboule/ns#sourceSha256 */
  readonly sourceSha256: string
  /** instant of the import, in UTC / instant de l’import, en UTC (ISO 8601 in UTC, ending in Z): http://www.w3.org/ns/prov#endedAtTime */
  readonly endedAt: string
  /** WebID of the partner / WebID du partenaire: http://www.w3.org/ns/prov#wasAssociatedWith */
  readonly partner: string
  /** layout of the source file / présentation du fichier source: https://w3id.org/traboule/ns#layout */
  readonly layout?: string
  /** time within which more is expected / délai dans lequel la suite est attendue: https://w3id.org/traboule/ns#expectedWithin */
  readonly expectedWithin?: string
  /** values missing in this document / valeurs qui manquent dans ce document: https://w3id.org/traboule/ns#gaps */
  readonly gaps?: number
  /** nodes stated by this import / nœuds énoncés par cet import: http://www.w3.org/ns/prov#generated */
  readonly generated: readonly string[]
}

const importRunShape = shape<ImportRun>([`${TB}ImportRun`, `${PROV}Activity`], {
  connector: one(`${TB}connector`, text({ pattern: /^[a-z][a-z0-9-]{0,63}$/ })),
  connectorVersion: one(`${TB}connectorVersion`, text({ pattern: /^[0-9]+[.][0-9]+[.][0-9]+(-[0-9A-Za-z.-]+)?$/ })),
  sourceSha256: one(`${TB}sourceSha256`, text({ pattern: /^[0-9a-f]{64}$/ })),
  endedAt: one(`${PROV}endedAtTime`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,3})?Z$/ })),
  partner: one(`${PROV}wasAssociatedWith`, iri),
  layout: optional(`${TB}layout`, text({ pattern: /^[a-z][a-z0-9-]{0,63}$/ })),
  expectedWithin: optional(`${TB}expectedWithin`, typed(`${XSD}duration`, { pattern: /^P[1-9][0-9]{0,3}D$/ })),
  gaps: optional(`${TB}gaps`, number({ pattern: /^[1-9][0-9]{0,6}$/ })),
  generated: many(`${PROV}generated`, iri, 1),
})

/** Undefined when the node does not conform to the shape. */
export function readImportRun(node: Node): ImportRun | undefined {
  return importRunShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeImportRun(value: ImportRun, subject: string): Quad[] {
  return importRunShape.write(value, subject)
}

export function isImportRun(value: unknown): value is ImportRun {
  return importRunShape.is(value)
}
