import { readFileSync } from 'node:fs'
import { statementsIn } from '../../../shared/pod/statements-in.ts'
import { readItems } from '../items.ts'

const prefixes = `@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix schema: <https://schema.org/> .
@prefix sosa: <http://www.w3.org/ns/sosa/> .
@prefix tb: <https://w3id.org/traboule/ns#> .
@prefix unit: <http://qudt.org/vocab/unit/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

export const pod = 'https://pod.example/alice/'
export const url = `${pod}data/x/y/2025-01.ttl`

/** As the worker parses a document. */
export const statementsOf = (turtle: string, at = url) => statementsIn(prefixes + turtle, at)

export const itemsIn = async (turtle: string) => (await readItems(url, statementsOf(turtle))).items

/** The node that conforms of a shape: `bank-operation`. */
export const example = (name: string): string =>
  readFileSync(new URL(`../../../../vocab/examples/${name}.ttl`, import.meta.url), 'utf8')
