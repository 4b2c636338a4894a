import { AS } from '@solid/community-server'
import { DPV, TB } from '#vocab/namespaces'
import type { ReceiptClaims } from '#vocab/receipt'
import type { SetValue } from '../engine/PodEngine.ts'

/** Of an engine's values: what recipients are still to be told. */
export const outboxSpace = 'outbox'

const minute = 60_000
/** Between one attempt and the next. */
const delays = [1, 5, 30, 120, 480, 600].map((minutes) => minutes * minute)
/** What nobody has taken by then is given up: the receipt stays where the recipient may ask for it. */
const lastsMs = 24 * 60 * minute

/** A receipt on its way to the other side. */
export interface Letter {
  /** Of the receipt. */
  readonly id: string
  readonly pod: string
  /** A WebID, or the address of a Client ID document. */
  readonly recipient: string
  readonly jws: string
  readonly actor: string
  readonly record: string
  readonly isWithdrawal: boolean
  readonly attempts: number
  /** UTC milliseconds. */
  readonly due: number
  readonly until: number
}

interface Receipt {
  readonly id: string
  readonly pod: string
  readonly jws: string
  readonly claims: ReceiptClaims
}

/** A new letter, to be committed with what it tells of. */
export function queued({ id, pod, jws, claims: { receipt } }: Receipt, now = Date.now()): SetValue {
  return kept({
    id,
    pod,
    jws,
    recipient: receipt.recipient,
    actor: receipt.dataSubject,
    record: receipt.record,
    isWithdrawal: receipt.status === `${DPV}ConsentWithdrawn`,
    attempts: 0,
    due: now,
    until: now + lastsMs,
  })
}

/** The letter for its next attempt; undefined when it is given up. */
export function again(letter: Letter, now: number): SetValue | undefined {
  const delay = delays[letter.attempts]
  if (delay === undefined || now + delay >= letter.until) return undefined
  return kept({ ...letter, attempts: letter.attempts + 1, due: now + delay })
}

export const readLetter = (value: string): Letter => JSON.parse(value) as Letter

/** A Linked Data Notification (§3.2): JSON-LD that says all it means, with no context elsewhere. */
export function notification({ actor, record, jws, isWithdrawal }: Letter): string {
  return JSON.stringify([
    {
      '@id': '',
      '@type': [`${AS.namespace}${isWithdrawal ? 'Undo' : 'Offer'}`],
      [`${AS.namespace}actor`]: [{ '@id': actor }],
      [`${AS.namespace}object`]: [{ '@id': record }],
      [`${DPV}hasConsentStatus`]: [{ '@id': `${DPV}${isWithdrawal ? 'ConsentWithdrawn' : 'ConsentGiven'}` }],
      [`${TB}signedReceipt`]: [{ '@value': jws }],
    },
  ])
}

const kept = (letter: Letter): SetValue => ({
  kind: 'set-value',
  space: outboxSpace,
  key: letter.id,
  value: JSON.stringify(letter),
  expires: letter.until,
})
