import {
  ACL,
  DCT,
  DPV,
  FOAF,
  INTEROP,
  LDP,
  OWL,
  PIM,
  PROV,
  QUDT,
  RDF,
  RDFS,
  SCHEMA,
  SH,
  SKOS,
  SOLID,
  SOSA,
  TB,
  UNIT,
  VCARD,
  XSD,
} from './namespaces.ts'

/** The prefixes of contexts, of pages for people, and of the Turtle that we write. */
export const PREFIXES = {
  ...{ acl: ACL, dct: DCT, dpv: DPV, foaf: FOAF, interop: INTEROP, ldp: LDP, owl: OWL, pim: PIM, prov: PROV },
  ...{
    qudt: QUDT,
    rdf: RDF,
    rdfs: RDFS,
    schema: SCHEMA,
    sh: SH,
    skos: SKOS,
    solid: SOLID,
    sosa: SOSA,
    tb: TB,
  },
  ...{ unit: UNIT, vcard: VCARD, xsd: XSD },
}

/** `xsd:date` for an IRI under one of the prefixes; any other IRI whole. */
export function compact(iri: string): string {
  const found = Object.entries(PREFIXES).find(([, namespace]) => iri.startsWith(namespace))
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri
}
