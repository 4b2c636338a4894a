import { readdirSync } from 'node:fs'
import { Parser, type Quad } from 'n3'
import * as bank from '../generated/bank.ts'
import * as consents from '../generated/consents.ts'
import * as energy from '../generated/energy.ts'
import * as grants from '../generated/grants.ts'
import * as imports from '../generated/imports.ts'
import * as journal from '../generated/journal.ts'
import type { Shape } from '../shape.ts'
import { readTurtle } from '../sources.ts'

const shape = <T>(read: Shape<T>['read'], write: Shape<T>['write'], is: Shape<T>['is']): Shape<unknown> => ({
  read,
  write: (value, subject) => write(value as T, subject),
  is: is as Shape<unknown>['is'],
})

/** Each shape's generated functions, by the name of its examples. */
export const RECORDS: Record<string, Shape<unknown>> = {
  'account-balance': shape(bank.readAccountBalance, bank.writeAccountBalance, bank.isAccountBalance),
  'bank-account': shape(bank.readBankAccount, bank.writeBankAccount, bank.isBankAccount),
  'bank-operation': shape(bank.readBankOperation, bank.writeBankOperation, bank.isBankOperation),
  'day-curve': shape(energy.readDayCurve, energy.writeDayCurve, energy.isDayCurve),
  meter: shape(energy.readMeter, energy.writeMeter, energy.isMeter),
  'consent-record': shape(consents.readConsentRecord, consents.writeConsentRecord, consents.isConsentRecord),
  'consent-process': shape(
    consents.readConsentProcess,
    consents.writeConsentProcess,
    consents.isConsentProcess,
  ),
  'consent-given': shape(consents.readConsentGiven, consents.writeConsentGiven, consents.isConsentGiven),
  'consent-withdrawn': shape(
    consents.readConsentWithdrawn,
    consents.writeConsentWithdrawn,
    consents.isConsentWithdrawn,
  ),
  'withdraw-consent': shape(
    consents.readWithdrawConsent,
    consents.writeWithdrawConsent,
    consents.isWithdrawConsent,
  ),
  'consent-notice': shape(consents.readConsentNotice, consents.writeConsentNotice, consents.isConsentNotice),
  'consent-party': shape(consents.readConsentParty, consents.writeConsentParty, consents.isConsentParty),
  'storage-condition': shape(
    consents.readStorageCondition,
    consents.writeStorageCondition,
    consents.isStorageCondition,
  ),
  'until-event': shape(consents.readUntilEvent, consents.writeUntilEvent, consents.isUntilEvent),
  'consent-receipt': shape(
    consents.readConsentReceipt,
    consents.writeConsentReceipt,
    consents.isConsentReceipt,
  ),
  'grant-rule': shape(grants.readGrantRule, grants.writeGrantRule, grants.isGrantRule),
  'validity-condition': shape(
    grants.readValidityCondition,
    grants.writeValidityCondition,
    grants.isValidityCondition,
  ),
  'journal-line': shape(journal.readJournalLine, journal.writeJournalLine, journal.isJournalLine),
  'erased-line': shape(journal.readErasedLine, journal.writeErasedLine, journal.isErasedLine),
  'journal-mark': shape(journal.readJournalMark, journal.writeJournalMark, journal.isJournalMark),
  'import-run': shape(imports.readImportRun, imports.writeImportRun, imports.isImportRun),
}

/** The examples of a shape that do not conform: `bank-operation.bad-amount`. */
export function badExamples(name: string): string[] {
  return readdirSync(new URL('../examples', import.meta.url))
    .filter((file) => file.startsWith(`${name}.bad-`))
    .map((file) => file.replace(/\.ttl$/, ''))
}

export interface Example {
  readonly quads: Quad[]
  /** The one subject's IRI. */
  readonly iri: string
  /** The predicate at fault, in a bad example. */
  readonly atFault?: string
}

export function example(name: string): Example {
  const turtle = readTurtle(`examples/${name}.ttl`)
  const prefixes: Record<string, string> = { rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }
  const quads = new Parser({ baseIRI: 'https://pod.example/alice/data/doc.ttl' }).parse(
    turtle,
    null,
    (prefix, iri) => {
      prefixes[prefix] = typeof iri === 'string' ? iri : iri.value
    },
  )
  const [, prefix, local] = /^# at fault: (\w+):(\w+)/.exec(turtle) ?? []
  return {
    quads,
    iri: quads[0]?.subject.value ?? '',
    ...(prefix && { atFault: `${prefixes[prefix]}${local}` }),
  }
}
