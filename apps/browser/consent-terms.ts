import {
  readConsentGiven,
  readConsentParty,
  readConsentProcess,
  readConsentRecord,
} from '#vocab/generated/consents'
import type { Graph } from '#vocab/graph'
import { DPV } from '#vocab/namespaces'
import type { Words } from '../shared/i18n/t.ts'

/** What was agreed to, of which nothing is in words yet. */
export interface ConsentTerms {
  /** A WebID, or an app's client id; undefined where the record does not conform. */
  readonly recipient: string | undefined
  /** As it was called when it was agreed to. */
  readonly name: string | undefined
  /** Whether the recipient adds, as a partner does, and reads nothing. */
  readonly adds: boolean
  readonly subjects: readonly {
    readonly category: string
    readonly why: Words
    /** Addresses of what was opened. */
    readonly containers: readonly string[]
  }[]
  readonly until: string | undefined
}

/** Pure. What does not conform in a consent record is left out. */
export function consentTerms(iri: string, record: Graph): ConsentTerms {
  const consent = readConsentRecord(record.node(iri))
  const processes = (consent?.processes ?? []).flatMap((it) => readConsentProcess(record.node(it)) ?? [])
  const [given] = (consent?.statuses ?? []).flatMap((it) => readConsentGiven(record.node(it)) ?? [])
  return {
    recipient: consent?.recipient,
    name: consent && readConsentParty(record.node(consent.recipient))?.name,
    adds:
      processes.length > 0 &&
      processes.every(({ processing }) => processing.every((it) => it === `${DPV}Store`)),
    subjects: processes.map(({ category, containers, toldInFrench, toldInEnglish }) => ({
      category,
      containers,
      why: { fr: toldInFrench, en: toldInEnglish },
    })),
    until: given?.until,
  }
}
