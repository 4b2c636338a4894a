import {
  readConsentGiven,
  readConsentParty,
  readConsentProcess,
  readConsentRecord,
  readConsentWithdrawn,
  readStorageCondition,
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
  /** Where the data goes, as the citizen has read it. */
  readonly where: Words | undefined
  /** When it was agreed to. UTC instant. */
  readonly given: string | undefined
  /** That it was taken back before its time: when, and whether another has taken its place. */
  readonly withdrawn: { readonly at: string; readonly isReplaced: boolean } | undefined
}

/** Pure. What does not conform in a consent record is left out. */
export function consentTerms(iri: string, record: Graph): ConsentTerms {
  const consent = readConsentRecord(record.node(iri))
  const processes = (consent?.processes ?? []).flatMap((it) => readConsentProcess(record.node(it)) ?? [])
  const statuses = consent?.statuses ?? []
  const [given] = statuses.flatMap((it) => readConsentGiven(record.node(it)) ?? [])
  const [withdrawn] = statuses.flatMap((it) => readConsentWithdrawn(record.node(it)) ?? [])
  const [storage] = processes.flatMap((it) => readStorageCondition(record.node(it.storage)) ?? [])
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
    where: storage && { fr: storage.toldInFrench, en: storage.toldInEnglish },
    given: given?.at,
    withdrawn: withdrawn && { at: withdrawn.at, isReplaced: withdrawn.replacedBy !== undefined },
  }
}
