import type { Quad } from '@rdfjs/types'
import { DataFactory, Writer } from 'n3'
import {
  type ConsentProcess,
  writeConsentGiven,
  writeConsentNotice,
  writeConsentParty,
  writeConsentProcess,
  writeConsentRecord,
  writeConsentWithdrawn,
  writeStorageCondition,
  writeUntilEvent,
  writeWithdrawConsent,
} from '#vocab/generated/consents'
import { DCT, DPV, RDF, TB, XSD } from '#vocab/namespaces'
import type { Bilingual } from '../bilingual.ts'

export interface Party {
  readonly iri: string
  readonly name: string
  /** An address where a person finds out more. */
  readonly contact: string
}

/** Where the data goes, and how long it is kept there. */
export interface Storage {
  /** A site. */
  readonly location: string
  readonly told: Bilingual
  readonly until: Bilingual
}

/** What a citizen agrees to: the content of one consent record. */
export interface Consent {
  /** Of the grant. */
  readonly id: string
  /** With its slash. */
  readonly pod: string
  readonly citizen: string
  /** Who answers for what is done with the data. */
  readonly controller: Party
  /** A WebID, or an application's client identifier. */
  readonly recipient: Party
  readonly processes: readonly Omit<ConsentProcess, 'storage'>[]
  readonly storage: Storage
  /** Whether any of the data is of a special category (GDPR, article 9). */
  readonly isSensitive: boolean
  /** The page that informed the citizen. */
  readonly notice: string
  /** Where consent is withdrawn. */
  readonly withdrawnAt: string
  /** UTC, whole seconds. */
  readonly at: string
  readonly until?: string | undefined
}

/** A consent that ends before its time. */
export interface Withdrawal {
  readonly by: string
  /** UTC, whole seconds. */
  readonly at: string
  /** What was done to withdraw. */
  readonly method: string
  /** The record that takes its place, where the citizen granted again. */
  readonly replacedBy?: string | undefined
}

export const recordOf = (pod: string, id: string): string => `${pod}consents/${id}`

/** A consent record: ISO/IEC TS 27560 in DPV, with GDPR's profile (https://w3id.org/dpv/guides/consent-27560). */
export function recordQuads(consent: Consent): Quad[] {
  const { id, pod, citizen, at, until, notice, storage, controller, recipient } = consent
  const record = recordOf(pod, id)
  const node = (name: string) => `${record}#${name}`
  return [
    ...writeConsentRecord(
      {
        identifier: id,
        identifierAgain: id,
        conformsTo: 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr',
        created: at,
        dataSubject: citizen,
        dataController: controller.iri,
        recipient: recipient.iri,
        jurisdiction: 'https://w3id.org/dpv/loc#FR',
        applicableLaw: 'http://data.europa.eu/eli/reg/2016/679/oj',
        legalBasis: `${gdpr}${consent.isSensitive ? 'A9-2-a' : 'A6-1-a'}`,
        notice,
        rights: rights.map((article) => `${gdpr}${article}` as const),
        authority: 'https://w3id.org/dpv/legal/fr#DPA-FR',
        processes: consent.processes.map(({ category }) => node(category)),
        control: node('withdrawal'),
        statuses: [node('given')],
      },
      record,
    ),
    ...writeConsentNotice({ languages: ['fr', 'en'] }, notice),
    ...[...new Map([controller, recipient].map((party) => [party.iri, partyQuads(party)])).values()].flat(),
    ...consent.processes.flatMap((process) =>
      writeConsentProcess({ ...process, storage: node('storage') }, node(process.category)),
    ),
    ...(consent.isSensitive ? consent.processes.map(({ personalData }) => special(personalData)) : []),
    ...writeStorageCondition(
      {
        location: storage.location,
        duration: node('storage-end'),
        toldInFrench: storage.told.fr,
        toldInEnglish: storage.told.en,
      },
      node('storage'),
    ),
    ...writeUntilEvent({ title: `${storage.until.fr} / ${storage.until.en}` }, node('storage-end')),
    ...writeWithdrawConsent(
      { exercisedAt: consent.withdrawnAt, title: 'Mon compte / My account' },
      node('withdrawal'),
    ),
    ...writeConsentGiven(
      { indicatedBy: citizen, at, method: notice, ...(until ? { until } : {}) },
      node('given'),
    ),
  ]
}

const gdpr = 'https://w3id.org/dpv/legal/eu/gdpr#'
/** To withdraw, of access, to rectification, erasure, restriction, portability, to complain to an authority. */
const rights = ['A7-3', 'A15', 'A16', 'A17', 'A18', 'A20', 'A77'] as const

const partyQuads = ({ iri, name, contact }: Party): Quad[] =>
  writeConsentParty({ identifier: iri, name, contact }, iri)

const special = (personalData: string): Quad =>
  DataFactory.quad(
    DataFactory.namedNode(personalData),
    DataFactory.namedNode(`${RDF}type`),
    DataFactory.namedNode(`${DPV}SpecialCategoryPersonalData`),
  )

/** What a withdrawal adds to a record. */
export function withdrawalQuads(record: string, { by, at, method, replacedBy }: Withdrawal): Quad[] {
  const event = `${record}#withdrawn`
  return [
    DataFactory.quad(
      DataFactory.namedNode(record),
      DataFactory.namedNode(`${DPV}hasConsentStatus`),
      DataFactory.namedNode(event),
    ),
    ...writeConsentWithdrawn({ indicatedBy: by, at, method, ...(replacedBy ? { replacedBy } : {}) }, event),
  ]
}

/** A record's text: Turtle. */
export function recordTurtle(quads: readonly Quad[]): string {
  const writer = new Writer({ prefixes: { dct: DCT, dpv: DPV, tb: TB, xsd: XSD } })
  writer.addQuads([...quads])
  let text = ''
  writer.end((_, turtle: string) => {
    text = turtle
  })
  return text
}

/** The text of a record with an event after it: nothing that it said is touched. */
export const withEvent = (turtle: string, event: readonly Quad[]): string =>
  `${turtle.replace(/\n*$/, '\n')}\n${new Writer({ format: 'N-Triples' }).quadsToString([...event])}`
