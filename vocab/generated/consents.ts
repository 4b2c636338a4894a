// Generated from the ontology and the shapes by `npm run vocab`; do not edit.
// Shapes: vocab/shapes/consents.ttl

import type { Quad } from 'n3'
import type { Node } from '../graph.ts'
import { choice, iri, iriChoice, text, typed } from '../kinds.ts'
import { DCT, DPV, TB, XSD } from '../namespaces.ts'
import { many, one, optional, shape } from '../shape.ts'

/** Consent record / Enregistrement de consentement: https://w3id.org/traboule/ns#ConsentRecordShape */
export interface ConsentRecord {
  /** identifier / identifiant: http://purl.org/dc/terms/identifier */
  readonly identifier: string
  /** the same, in the term that DPV’s guide names / le même, dans le terme que nomme le guide de DPV: https://w3id.org/dpv#hasIdentifier */
  readonly identifierAgain: string
  /** profile / profil: http://purl.org/dc/terms/conformsTo */
  readonly conformsTo: 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr'
  /** instant of creation, in UTC / instant de création, en UTC (ISO 8601 in UTC, ending in Z): http://purl.org/dc/terms/created */
  readonly created: string
  /** WebID of the citizen / WebID du citoyen: https://w3id.org/dpv#hasDataSubject */
  readonly dataSubject: string
  /** data controller / responsable du traitement: https://w3id.org/dpv#hasDataController */
  readonly dataController: string
  /** recipient: WebID or the app’s client identifier / destinataire : WebID ou identifiant de l’application: https://w3id.org/dpv#hasRecipient */
  readonly recipient: string
  /** jurisdiction / juridiction: https://w3id.org/dpv#hasJurisdiction */
  readonly jurisdiction: 'https://w3id.org/dpv/loc#FR'
  /** applicable law / loi applicable: https://w3id.org/dpv#hasApplicableLaw */
  readonly applicableLaw: 'http://data.europa.eu/eli/reg/2016/679/oj'
  /** legal basis / base légale: https://w3id.org/dpv#hasLegalBasis */
  readonly legalBasis: 'https://w3id.org/dpv/legal/eu/gdpr#A6-1-a' | 'https://w3id.org/dpv/legal/eu/gdpr#A9-2-a'
  /** page that informed the citizen / page qui a informé le citoyen: https://w3id.org/dpv#hasNotice */
  readonly notice: string
  /** rights of the citizen / droits du citoyen: https://w3id.org/dpv#hasRight */
  readonly rights: readonly ('https://w3id.org/dpv/legal/eu/gdpr#A7-3' | 'https://w3id.org/dpv/legal/eu/gdpr#A15' | 'https://w3id.org/dpv/legal/eu/gdpr#A16' | 'https://w3id.org/dpv/legal/eu/gdpr#A17' | 'https://w3id.org/dpv/legal/eu/gdpr#A18' | 'https://w3id.org/dpv/legal/eu/gdpr#A20' | 'https://w3id.org/dpv/legal/eu/gdpr#A77')[]
  /** supervisory authority / autorité de contrôle: https://w3id.org/dpv#hasAuthority */
  readonly authority: 'https://w3id.org/dpv/legal/fr#DPA-FR'
  /** processes consented to, one a category / traitements consentis, un par catégorie: https://w3id.org/dpv#hasProcess */
  readonly processes: readonly string[]
  /** how to withdraw / comment retirer: https://w3id.org/dpv#hasConsentControl */
  readonly control: string
  /** events / événements: https://w3id.org/dpv#hasConsentStatus */
  readonly statuses: readonly string[]
}

const consentRecordShape = shape<ConsentRecord>([`${DPV}ConsentRecord`], {
  identifier: one(`${DCT}identifier`, text({ pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/ })),
  identifierAgain: one(`${DPV}hasIdentifier`, text({ pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/ })),
  conformsTo: one(`${DCT}conformsTo`, iriChoice(['https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr'])),
  created: one(`${DCT}created`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/ })),
  dataSubject: one(`${DPV}hasDataSubject`, iri),
  dataController: one(`${DPV}hasDataController`, iri),
  recipient: one(`${DPV}hasRecipient`, iri),
  jurisdiction: one(`${DPV}hasJurisdiction`, iriChoice(['https://w3id.org/dpv/loc#FR'])),
  applicableLaw: one(`${DPV}hasApplicableLaw`, iriChoice(['http://data.europa.eu/eli/reg/2016/679/oj'])),
  legalBasis: one(`${DPV}hasLegalBasis`, iriChoice(['https://w3id.org/dpv/legal/eu/gdpr#A6-1-a', 'https://w3id.org/dpv/legal/eu/gdpr#A9-2-a'])),
  notice: one(`${DPV}hasNotice`, iri),
  rights: many(`${DPV}hasRight`, iriChoice(['https://w3id.org/dpv/legal/eu/gdpr#A7-3', 'https://w3id.org/dpv/legal/eu/gdpr#A15', 'https://w3id.org/dpv/legal/eu/gdpr#A16', 'https://w3id.org/dpv/legal/eu/gdpr#A17', 'https://w3id.org/dpv/legal/eu/gdpr#A18', 'https://w3id.org/dpv/legal/eu/gdpr#A20', 'https://w3id.org/dpv/legal/eu/gdpr#A77']), 1),
  authority: one(`${DPV}hasAuthority`, iriChoice(['https://w3id.org/dpv/legal/fr#DPA-FR'])),
  processes: many(`${DPV}hasProcess`, iri, 1),
  control: one(`${DPV}hasConsentControl`, iri),
  statuses: many(`${DPV}hasConsentStatus`, iri, 1),
})

/** Undefined when the node does not conform to the shape. */
export function readConsentRecord(node: Node): ConsentRecord | undefined {
  return consentRecordShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeConsentRecord(value: ConsentRecord, subject: string): Quad[] {
  return consentRecordShape.write(value, subject)
}

export function isConsentRecord(value: unknown): value is ConsentRecord {
  return consentRecordShape.is(value)
}

/** Process consented to / Traitement consenti: https://w3id.org/traboule/ns#ConsentProcessShape */
export interface ConsentProcess {
  /** category / catégorie: https://w3id.org/traboule/ns#category */
  readonly category: string
  /** personal data / données personnelles: https://w3id.org/dpv#hasPersonalData */
  readonly personalData: string
  /** purpose / finalité: https://w3id.org/dpv#hasPurpose */
  readonly purpose: string
  /** processing / opérations: https://w3id.org/dpv#hasProcessing */
  readonly processing: readonly ('https://w3id.org/dpv#Access' | 'https://w3id.org/dpv#Store' | 'https://w3id.org/dpv#Modify' | 'https://w3id.org/dpv#Erase')[]
  /** whether it is needed for what is asked / nécessaire ou non à ce qui est demandé: https://w3id.org/dpv#hasNecessity */
  readonly necessity: 'https://w3id.org/dpv#Required' | 'https://w3id.org/dpv#Optional'
  /** where and for how long / où et combien de temps: https://w3id.org/dpv#hasStorageCondition */
  readonly storage: string
  /** what the citizen read, in French / ce que le citoyen a lu, en français (at most 500 characters): https://w3id.org/traboule/ns#toldInFrench */
  readonly toldInFrench: string
  /** what the citizen read, in English / ce que le citoyen a lu, en anglais (at most 500 characters): https://w3id.org/traboule/ns#toldInEnglish */
  readonly toldInEnglish: string
  /** containers opened / conteneurs ouverts: https://w3id.org/traboule/ns#container */
  readonly containers: readonly string[]
}

const consentProcessShape = shape<ConsentProcess>([`${TB}ConsentProcess`, `${DPV}Process`], {
  category: one(`${TB}category`, text({ pattern: /^[a-z][a-z0-9-]{0,63}$/ })),
  personalData: one(`${DPV}hasPersonalData`, iri),
  purpose: one(`${DPV}hasPurpose`, iri),
  processing: many(`${DPV}hasProcessing`, iriChoice(['https://w3id.org/dpv#Access', 'https://w3id.org/dpv#Store', 'https://w3id.org/dpv#Modify', 'https://w3id.org/dpv#Erase']), 1),
  necessity: one(`${DPV}hasNecessity`, iriChoice(['https://w3id.org/dpv#Required', 'https://w3id.org/dpv#Optional'])),
  storage: one(`${DPV}hasStorageCondition`, iri),
  toldInFrench: one(`${TB}toldInFrench`, text({ minLength: 1, maxLength: 500 })),
  toldInEnglish: one(`${TB}toldInEnglish`, text({ minLength: 1, maxLength: 500 })),
  containers: many(`${TB}container`, iri, 1),
})

/** Undefined when the node does not conform to the shape. */
export function readConsentProcess(node: Node): ConsentProcess | undefined {
  return consentProcessShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeConsentProcess(value: ConsentProcess, subject: string): Quad[] {
  return consentProcessShape.write(value, subject)
}

export function isConsentProcess(value: unknown): value is ConsentProcess {
  return consentProcessShape.is(value)
}

/** Consent given / Consentement donné: https://w3id.org/traboule/ns#ConsentGivenShape */
export interface ConsentGiven {
  /** indicated by / exprimé par: https://w3id.org/dpv#isIndicatedBy */
  readonly indicatedBy: string
  /** instant, in UTC / instant, en UTC (ISO 8601 in UTC, ending in Z): https://w3id.org/dpv#isIndicatedAtTime */
  readonly at: string
  /** method of indication / moyen d’expression (at most 200 characters): https://w3id.org/dpv#hasIndicationMethod */
  readonly method: string
  /** valid until this instant, in UTC / valable jusqu’à cet instant, en UTC (ISO 8601 in UTC, ending in Z): http://purl.org/dc/terms/valid */
  readonly until?: string
}

const consentGivenShape = shape<ConsentGiven>([`${DPV}ConsentGiven`, `${DPV}ExplicitlyExpressedConsent`], {
  indicatedBy: one(`${DPV}isIndicatedBy`, iri),
  at: one(`${DPV}isIndicatedAtTime`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/ })),
  method: one(`${DPV}hasIndicationMethod`, text({ minLength: 1, maxLength: 200 })),
  until: optional(`${DCT}valid`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readConsentGiven(node: Node): ConsentGiven | undefined {
  return consentGivenShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeConsentGiven(value: ConsentGiven, subject: string): Quad[] {
  return consentGivenShape.write(value, subject)
}

export function isConsentGiven(value: unknown): value is ConsentGiven {
  return consentGivenShape.is(value)
}

/** Consent withdrawn / Consentement retiré: https://w3id.org/traboule/ns#ConsentWithdrawnShape */
export interface ConsentWithdrawn {
  /** indicated by / exprimé par: https://w3id.org/dpv#isIndicatedBy */
  readonly indicatedBy: string
  /** instant, in UTC / instant, en UTC (ISO 8601 in UTC, ending in Z): https://w3id.org/dpv#isIndicatedAtTime */
  readonly at: string
  /** method of indication / moyen d’expression (at most 200 characters): https://w3id.org/dpv#hasIndicationMethod */
  readonly method: string
  /** record that takes its place / enregistrement qui le remplace: http://purl.org/dc/terms/isReplacedBy */
  readonly replacedBy?: string
}

const consentWithdrawnShape = shape<ConsentWithdrawn>([`${DPV}ConsentWithdrawn`], {
  indicatedBy: one(`${DPV}isIndicatedBy`, iri),
  at: one(`${DPV}isIndicatedAtTime`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/ })),
  method: one(`${DPV}hasIndicationMethod`, text({ minLength: 1, maxLength: 200 })),
  replacedBy: optional(`${DCT}isReplacedBy`, iri),
})

/** Undefined when the node does not conform to the shape. */
export function readConsentWithdrawn(node: Node): ConsentWithdrawn | undefined {
  return consentWithdrawnShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeConsentWithdrawn(value: ConsentWithdrawn, subject: string): Quad[] {
  return consentWithdrawnShape.write(value, subject)
}

export function isConsentWithdrawn(value: unknown): value is ConsentWithdrawn {
  return consentWithdrawnShape.is(value)
}

/** Means to withdraw consent / Moyen de retirer le consentement: https://w3id.org/traboule/ns#WithdrawConsentShape */
export interface WithdrawConsent {
  /** at this address / à cette adresse: https://w3id.org/dpv#isExercisedAt */
  readonly exercisedAt: string
  /** in words / en mots (at most 200 characters): http://purl.org/dc/terms/title */
  readonly title: string
}

const withdrawConsentShape = shape<WithdrawConsent>([`${DPV}WithdrawConsent`], {
  exercisedAt: one(`${DPV}isExercisedAt`, iri),
  title: one(`${DCT}title`, text({ minLength: 1, maxLength: 200 })),
})

/** Undefined when the node does not conform to the shape. */
export function readWithdrawConsent(node: Node): WithdrawConsent | undefined {
  return withdrawConsentShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeWithdrawConsent(value: WithdrawConsent, subject: string): Quad[] {
  return withdrawConsentShape.write(value, subject)
}

export function isWithdrawConsent(value: unknown): value is WithdrawConsent {
  return withdrawConsentShape.is(value)
}

/** Receipt / Reçu: https://w3id.org/traboule/ns#ConsentReceiptShape */
export interface ConsentReceipt {
  /** identifier / identifiant: http://purl.org/dc/terms/identifier */
  readonly identifier: string
  /** profile / profil: http://purl.org/dc/terms/conformsTo */
  readonly conformsTo: 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr'
  /** instant of creation, in UTC / instant de création, en UTC (ISO 8601 in UTC, ending in Z): http://purl.org/dc/terms/created */
  readonly created: string
  /** server that recorded it / serveur qui l’a enregistré: http://purl.org/dc/terms/publisher */
  readonly publisher: string
  /** WebID of the citizen / WebID du citoyen: https://w3id.org/dpv#hasDataSubject */
  readonly dataSubject: string
  /** recipient / destinataire: https://w3id.org/dpv#hasRecipient */
  readonly recipient: string
  /** what was recorded / ce qui a été enregistré: https://w3id.org/dpv#hasConsentStatus */
  readonly status: 'https://w3id.org/dpv#ConsentGiven' | 'https://w3id.org/dpv#ConsentWithdrawn'
  /** consent record / enregistrement de consentement: https://w3id.org/dpv#hasRecordOfActivity */
  readonly record: string
  /** SHA-256 digest of the record / empreinte SHA-256 de l’enregistrement: https://w3id.org/traboule/ns#recordSha256 */
  readonly recordSha256: string
}

const consentReceiptShape = shape<ConsentReceipt>([`${DPV}ConsentReceipt`], {
  identifier: one(`${DCT}identifier`, text({ pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[12]$/ })),
  conformsTo: one(`${DCT}conformsTo`, iriChoice(['https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr'])),
  created: one(`${DCT}created`, typed(`${XSD}dateTime`, { pattern: /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$/ })),
  publisher: one(`${DCT}publisher`, iri),
  dataSubject: one(`${DPV}hasDataSubject`, iri),
  recipient: one(`${DPV}hasRecipient`, iri),
  status: one(`${DPV}hasConsentStatus`, iriChoice(['https://w3id.org/dpv#ConsentGiven', 'https://w3id.org/dpv#ConsentWithdrawn'])),
  record: one(`${DPV}hasRecordOfActivity`, iri),
  recordSha256: one(`${TB}recordSha256`, text({ pattern: /^[0-9a-f]{64}$/ })),
})

/** Undefined when the node does not conform to the shape. */
export function readConsentReceipt(node: Node): ConsentReceipt | undefined {
  return consentReceiptShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeConsentReceipt(value: ConsentReceipt, subject: string): Quad[] {
  return consentReceiptShape.write(value, subject)
}

export function isConsentReceipt(value: unknown): value is ConsentReceipt {
  return consentReceiptShape.is(value)
}

/** Page that informs the citizen / Page qui informe le citoyen: https://w3id.org/traboule/ns#ConsentNoticeShape */
export interface ConsentNotice {
  /** languages that it can be read in / langues dans lesquelles elle se lit: http://purl.org/dc/terms/language */
  readonly languages: readonly ('fr' | 'en')[]
}

const consentNoticeShape = shape<ConsentNotice>([`${DPV}ConsentNotice`], {
  languages: many(`${DCT}language`, choice(['fr', 'en']), 1),
})

/** Undefined when the node does not conform to the shape. */
export function readConsentNotice(node: Node): ConsentNotice | undefined {
  return consentNoticeShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeConsentNotice(value: ConsentNotice, subject: string): Quad[] {
  return consentNoticeShape.write(value, subject)
}

export function isConsentNotice(value: unknown): value is ConsentNotice {
  return consentNoticeShape.is(value)
}

/** Storage / Conservation: https://w3id.org/traboule/ns#StorageConditionShape */
export interface StorageCondition {
  /** site that receives the data / site qui reçoit les données: https://w3id.org/dpv#hasLocation */
  readonly location: string
  /** until this event / jusqu’à cet événement: https://w3id.org/dpv#hasDuration */
  readonly duration: string
  /** what the citizen read, in French / ce que le citoyen a lu, en français (at most 500 characters): https://w3id.org/traboule/ns#toldInFrench */
  readonly toldInFrench: string
  /** what the citizen read, in English / ce que le citoyen a lu, en anglais (at most 500 characters): https://w3id.org/traboule/ns#toldInEnglish */
  readonly toldInEnglish: string
}

const storageConditionShape = shape<StorageCondition>([`${DPV}StorageCondition`], {
  location: one(`${DPV}hasLocation`, iri),
  duration: one(`${DPV}hasDuration`, iri),
  toldInFrench: one(`${TB}toldInFrench`, text({ minLength: 1, maxLength: 500 })),
  toldInEnglish: one(`${TB}toldInEnglish`, text({ minLength: 1, maxLength: 500 })),
})

/** Undefined when the node does not conform to the shape. */
export function readStorageCondition(node: Node): StorageCondition | undefined {
  return storageConditionShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeStorageCondition(value: StorageCondition, subject: string): Quad[] {
  return storageConditionShape.write(value, subject)
}

export function isStorageCondition(value: unknown): value is StorageCondition {
  return storageConditionShape.is(value)
}

/** Until an event / Jusqu’à un événement: https://w3id.org/traboule/ns#UntilEventShape */
export interface UntilEvent {
  /** in words / en mots (at most 200 characters): http://purl.org/dc/terms/title */
  readonly title: string
}

const untilEventShape = shape<UntilEvent>([`${DPV}UntilEventDuration`], {
  title: one(`${DCT}title`, text({ minLength: 1, maxLength: 200 })),
})

/** Undefined when the node does not conform to the shape. */
export function readUntilEvent(node: Node): UntilEvent | undefined {
  return untilEventShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeUntilEvent(value: UntilEvent, subject: string): Quad[] {
  return untilEventShape.write(value, subject)
}

export function isUntilEvent(value: unknown): value is UntilEvent {
  return untilEventShape.is(value)
}

/** Party to the consent / Partie au consentement: https://w3id.org/traboule/ns#ConsentPartyShape */
export interface ConsentParty {
  /** identifier / identifiant (at most 2000 characters): https://w3id.org/dpv#hasIdentifier */
  readonly identifier: string
  /** name / nom (at most 2000 characters): https://w3id.org/dpv#hasName */
  readonly name: string
  /** where to reach it / où la joindre: https://w3id.org/dpv#hasContact */
  readonly contact: string
}

const consentPartyShape = shape<ConsentParty>([`${DPV}Entity`], {
  identifier: one(`${DPV}hasIdentifier`, text({ minLength: 1, maxLength: 2000 })),
  name: one(`${DPV}hasName`, text({ minLength: 1, maxLength: 2000 })),
  contact: one(`${DPV}hasContact`, iri),
})

/** Undefined when the node does not conform to the shape. */
export function readConsentParty(node: Node): ConsentParty | undefined {
  return consentPartyShape.read(node)
}

/** Throws VocabError `bad-field` for a value that does not conform. */
export function writeConsentParty(value: ConsentParty, subject: string): Quad[] {
  return consentPartyShape.write(value, subject)
}

export function isConsentParty(value: unknown): value is ConsentParty {
  return consentPartyShape.is(value)
}
