// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/journal.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { iri, iriChoice, text, typed } from '../kinds.ts'
import { ACL, PROV, TB, XSD } from '../namespaces.ts'
import { many, one, optional, shape } from '../shape.ts'

/** Journal line / Ligne du journal: https://w3id.org/traboule/ns#JournalLineShape */
export interface JournalLine {
  /** line number / numéro de ligne: https://w3id.org/traboule/ns#lineNumber */
  readonly lineNumber: string
  /** instant when the line was written down, in UTC / instant où la ligne a été écrite, en UTC (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#recordedAt */
  readonly recordedAt: string
  /** outcome / issue: https://w3id.org/traboule/ns#outcome */
  readonly outcome: 'https://w3id.org/traboule/ns#Allowed' | 'https://w3id.org/traboule/ns#Refused' | 'https://w3id.org/traboule/ns#Gap'
  /** instant of the first access, in UTC / instant du premier accès, en UTC (ISO 8601 in UTC, ending in Z): http://www.w3.org/ns/prov#startedAtTime */
  readonly startedAt: string
  /** instant of the last access, in UTC / instant du dernier accès, en UTC (ISO 8601 in UTC, ending in Z): http://www.w3.org/ns/prov#endedAtTime */
  readonly endedAt: string
  /** how often, for each resource / combien de fois, pour chaque ressource: https://w3id.org/traboule/ns#times */
  readonly times: string
  /** WebID of who did it / WebID de qui l’a fait: http://www.w3.org/ns/prov#wasAssociatedWith */
  readonly who?: string
  /** resources / ressources: http://www.w3.org/ns/prov#used */
  readonly resources: readonly string[]
  /** modes asked for / droits demandés: http://www.w3.org/ns/auth/acl#mode */
  readonly modes: readonly ('http://www.w3.org/ns/auth/acl#Read' | 'http://www.w3.org/ns/auth/acl#Append' | 'http://www.w3.org/ns/auth/acl#Write' | 'http://www.w3.org/ns/auth/acl#Control')[]
  /** rules that allowed it / règles qui l’ont permis: https://w3id.org/traboule/ns#byRule */
  readonly rules: readonly string[]
  /** salt / sel: https://w3id.org/traboule/ns#salt */
  readonly salt: string
  /** chain hash / empreinte de la chaîne: https://w3id.org/traboule/ns#chainHash */
  readonly chainHash: string
}

const journalLineShape = shape<JournalLine>([`${TB}JournalLine`], {
  lineNumber: one(`${TB}lineNumber`, typed(`${XSD}integer`, { pattern: /^[1-9][0-9]*$/ })),
  recordedAt: one(`${TB}recordedAt`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{3}Z$/ })),
  outcome: one(`${TB}outcome`, iriChoice(['https://w3id.org/traboule/ns#Allowed', 'https://w3id.org/traboule/ns#Refused', 'https://w3id.org/traboule/ns#Gap'])),
  startedAt: one(`${PROV}startedAtTime`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{3}Z$/ })),
  endedAt: one(`${PROV}endedAtTime`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{3}Z$/ })),
  times: one(`${TB}times`, typed(`${XSD}integer`, { pattern: /^[1-9][0-9]*$/ })),
  who: optional(`${PROV}wasAssociatedWith`, iri),
  resources: many(`${PROV}used`, iri),
  modes: many(`${ACL}mode`, iriChoice(['http://www.w3.org/ns/auth/acl#Read', 'http://www.w3.org/ns/auth/acl#Append', 'http://www.w3.org/ns/auth/acl#Write', 'http://www.w3.org/ns/auth/acl#Control'])),
  rules: many(`${TB}byRule`, iri),
  salt: one(`${TB}salt`, text({ pattern: /^[0-9a-f]{32}$/ })),
  chainHash: one(`${TB}chainHash`, text({ pattern: /^[0-9a-f]{64}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readJournalLine(node: Node): JournalLine | undefined {
  return journalLineShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeJournalLine(value: JournalLine, subject: string): Quad[] {
  return journalLineShape.write(value, subject)
}

export function isJournalLine(value: unknown): value is JournalLine {
  return journalLineShape.is(value)
}

/** Erased journal line / Ligne effacée du journal: https://w3id.org/traboule/ns#ErasedLineShape */
export interface ErasedLine {
  /** line number / numéro de ligne: https://w3id.org/traboule/ns#lineNumber */
  readonly lineNumber: string
  /** instant when the line was written down, in UTC / instant où la ligne a été écrite, en UTC (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#recordedAt */
  readonly recordedAt: string
  /** commitment / empreinte de la ligne: https://w3id.org/traboule/ns#commitment */
  readonly commitment: string
  /** chain hash / empreinte de la chaîne: https://w3id.org/traboule/ns#chainHash */
  readonly chainHash: string
}

const erasedLineShape = shape<ErasedLine>([`${TB}ErasedLine`], {
  lineNumber: one(`${TB}lineNumber`, typed(`${XSD}integer`, { pattern: /^[1-9][0-9]*$/ })),
  recordedAt: one(`${TB}recordedAt`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{3}Z$/ })),
  commitment: one(`${TB}commitment`, text({ pattern: /^[0-9a-f]{64}$/ })),
  chainHash: one(`${TB}chainHash`, text({ pattern: /^[0-9a-f]{64}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readErasedLine(node: Node): ErasedLine | undefined {
  return erasedLineShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeErasedLine(value: ErasedLine, subject: string): Quad[] {
  return erasedLineShape.write(value, subject)
}

export function isErasedLine(value: unknown): value is ErasedLine {
  return erasedLineShape.is(value)
}

/** Journal mark / Repère du journal: https://w3id.org/traboule/ns#JournalMarkShape */
export interface JournalMark {
  /** line number; 0 before the first / numéro de ligne ; 0 avant la première: https://w3id.org/traboule/ns#lineNumber */
  readonly lineNumber: string
  /** chain hash / empreinte de la chaîne: https://w3id.org/traboule/ns#chainHash */
  readonly chainHash: string
}

const journalMarkShape = shape<JournalMark>([`${TB}JournalMark`], {
  lineNumber: one(`${TB}lineNumber`, typed(`${XSD}integer`, { pattern: /^(0|[1-9][0-9]*)$/ })),
  chainHash: one(`${TB}chainHash`, text({ pattern: /^[0-9a-f]{64}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readJournalMark(node: Node): JournalMark | undefined {
  return journalMarkShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeJournalMark(value: JournalMark, subject: string): Quad[] {
  return journalMarkShape.write(value, subject)
}

export function isJournalMark(value: unknown): value is JournalMark {
  return journalMarkShape.is(value)
}
