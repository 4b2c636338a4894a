// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/grants.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { choice, iri, iriChoice, text, typed } from '../kinds.ts'
import { ACL, DCT, DPV, TB, XSD } from '../namespaces.ts'
import { many, one, optional, shape } from '../shape.ts'

/** Rule of a grant / Règle d’une autorisation: https://w3id.org/traboule/ns#GrantRuleShape */
export interface GrantRule {
  /** identifier of the grant / identifiant de l’autorisation: http://purl.org/dc/terms/identifier */
  readonly identifier: string
  /** instant of creation, in UTC / instant de création, en UTC (ISO 8601 in UTC, ending in Z): http://purl.org/dc/terms/created */
  readonly created: string
  /** kind of recipient / sorte de destinataire: http://purl.org/dc/terms/type */
  readonly kind: 'app' | 'partner' | 'person'
  /** category / catégorie: https://w3id.org/traboule/ns#category */
  readonly category: string
  /** purpose / finalité: https://w3id.org/dpv#hasPurpose */
  readonly purpose: string
  /** consent record / enregistrement de consentement: https://w3id.org/traboule/ns#consentRecord */
  readonly record: string
  /** who / qui: http://www.w3.org/ns/auth/acl#agent */
  readonly agent: string
  /** container, or a document that has rules of its own / conteneur, ou document qui a ses propres règles: http://www.w3.org/ns/auth/acl#accessTo */
  readonly accessTo: string
  /** and what is in it / et ce qu’il contient: http://www.w3.org/ns/auth/acl#default */
  readonly default?: string
  /** modes / droits: http://www.w3.org/ns/auth/acl#mode */
  readonly modes: readonly ('http://www.w3.org/ns/auth/acl#Read' | 'http://www.w3.org/ns/auth/acl#Append' | 'http://www.w3.org/ns/auth/acl#Write')[]
  /** conditions, all of which must hold / conditions, toutes nécessaires: http://www.w3.org/ns/auth/acl#condition */
  readonly conditions: readonly string[]
}

const grantRuleShape = shape<GrantRule>([`${TB}GrantRule`, `${ACL}Authorization`], {
  identifier: one(`${DCT}identifier`, text({ pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/ })),
  created: one(`${DCT}created`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,3})?Z$/ })),
  kind: one(`${DCT}type`, choice(['app', 'partner', 'person'])),
  category: one(`${TB}category`, text({ pattern: /^[a-z][a-z0-9-]{0,63}$/ })),
  purpose: one(`${DPV}hasPurpose`, iri),
  record: one(`${TB}consentRecord`, iri),
  agent: one(`${ACL}agent`, iri),
  accessTo: one(`${ACL}accessTo`, iri),
  default: optional(`${ACL}default`, iri),
  modes: many(`${ACL}mode`, iriChoice(['http://www.w3.org/ns/auth/acl#Read', 'http://www.w3.org/ns/auth/acl#Append', 'http://www.w3.org/ns/auth/acl#Write']), 1),
  conditions: many(`${ACL}condition`, iri),
})

/** Undefined when the node does not conform to the shape. */
export function readGrantRule(node: Node): GrantRule | undefined {
  return grantRuleShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeGrantRule(value: GrantRule, subject: string): Quad[] {
  return grantRuleShape.write(value, subject)
}

export function isGrantRule(value: unknown): value is GrantRule {
  return grantRuleShape.is(value)
}

/** Validity condition / Condition de validité: https://w3id.org/traboule/ns#ValidityConditionShape */
export interface ValidityCondition {
  /** not before, in UTC / pas avant, en UTC (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#notBefore */
  readonly notBefore?: string
  /** not after, in UTC / pas après, en UTC (ISO 8601 in UTC, ending in Z): https://w3id.org/traboule/ns#notAfter */
  readonly notAfter: string
}

const validityConditionShape = shape<ValidityCondition>([`${TB}ValidityCondition`], {
  notBefore: optional(`${TB}notBefore`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/ })),
  notAfter: one(`${TB}notAfter`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readValidityCondition(node: Node): ValidityCondition | undefined {
  return validityConditionShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeValidityCondition(value: ValidityCondition, subject: string): Quad[] {
  return validityConditionShape.write(value, subject)
}

export function isValidityCondition(value: unknown): value is ValidityCondition {
  return validityConditionShape.is(value)
}
