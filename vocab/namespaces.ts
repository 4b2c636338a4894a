/** The IRI prefixes in use, as plain strings: `${TB}BankOperation` is a term. */

/** Traboule's own terms, for what no vocabulary has. */
export const TB = 'https://w3id.org/traboule/ns#'

/** Where a JSON-LD document finds the names of our terms: `generated/context.jsonld`, which every server serves. */
export const CONTEXT = 'https://w3id.org/traboule/context.jsonld'

/** The items of the vocabulary of the MesInfos pilot, where they can still be read. */
export const MESINFOS =
  'https://github.com/jacquarg/mesinfos-dev/blob/693cef3188f3de16c088281db3a66f386b39803d/data/wikiapi/items.json#'

export const ACL = 'http://www.w3.org/ns/auth/acl#'
export const DCT = 'http://purl.org/dc/terms/'
export const DPV = 'https://w3id.org/dpv#'
export const FOAF = 'http://xmlns.com/foaf/0.1/'
export const INTEROP = 'http://www.w3.org/ns/solid/interop#'
export const LDP = 'http://www.w3.org/ns/ldp#'
export const OWL = 'http://www.w3.org/2002/07/owl#'
export const PIM = 'http://www.w3.org/ns/pim/space#'
export const PROV = 'http://www.w3.org/ns/prov#'
export const QUDT = 'http://qudt.org/schema/qudt/'
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
/** Always https: connectors write this one, whatever a partner's file says. */
export const SCHEMA = 'https://schema.org/'
export const SH = 'http://www.w3.org/ns/shacl#'
export const SKOS = 'http://www.w3.org/2004/02/skos/core#'
export const SOLID = 'http://www.w3.org/ns/solid/terms#'
export const SOSA = 'http://www.w3.org/ns/sosa/'
export const TIME = 'http://www.w3.org/2006/time#'
export const UNIT = 'http://qudt.org/vocab/unit/'
export const VS = 'http://www.w3.org/2003/06/sw-vocab-status/ns#'
export const VCARD = 'http://www.w3.org/2006/vcard/ns#'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** The unit of every energy value in a pod: the watt hour. */
export const WATT_HOUR = 'http://qudt.org/vocab/unit/W-HR'
