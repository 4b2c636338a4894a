import type { Quad } from '@rdfjs/types'
import { DataFactory, Writer } from 'n3'
import {
  type ConsentProcess,
  writeConsentGiven,
  writeConsentProcess,
  writeConsentRecord,
  writeConsentWithdrawn,
  writeWithdrawConsent,
} from '#vocab/generated/consents'
import { DCT, DPV, TB, XSD } from '#vocab/namespaces'

/** What a citizen agrees to: the content of one consent record. */
export interface Consent {
  /** Of the grant. */
  readonly id: string
  /** With its slash. */
  readonly pod: string
  readonly citizen: string
  /** Who answers for what is done with the data. */
  readonly controller: string
  /** A WebID, or an application's client identifier. */
  readonly recipient: string
  readonly processes: readonly ConsentProcess[]
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
  const { id, pod, citizen, at, until, notice } = consent
  const record = recordOf(pod, id)
  const node = (name: string) => `${record}#${name}`
  return [
    ...writeConsentRecord(
      {
        identifier: id,
        conformsTo: 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr',
        created: at,
        dataSubject: citizen,
        dataController: consent.controller,
        recipient: consent.recipient,
        jurisdiction: 'https://w3id.org/dpv/loc#FR',
        applicableLaw: 'http://data.europa.eu/eli/reg/2016/679/oj',
        legalBasis: `https://w3id.org/dpv/legal/eu/gdpr#${consent.isSensitive ? 'A9-2-a' : 'A6-1-a'}`,
        notice,
        processes: consent.processes.map(({ category }) => node(category)),
        control: node('withdrawal'),
        statuses: [node('given')],
      },
      record,
    ),
    ...consent.processes.flatMap((process) => writeConsentProcess(process, node(process.category))),
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
