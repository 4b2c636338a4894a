import { AS } from '@solid/community-server'
import { DPV, TB } from '#vocab/namespaces'
import type { ReceiptClaims } from '#vocab/receipt'
import type { SetValue } from '../engine/PodEngine.ts'
import { keptIn, type Waiting } from '../outgoing/Outbox.ts'

/** Of an engine's values: what recipients are still to be told. */
export const outboxSpace = 'outbox'

/** What nobody has taken by then is given up: the receipt stays where the recipient may ask for it. */
const lastsMs = 24 * 60 * 60_000

/** A receipt on its way to the other side; `id`: the receipt's. */
export interface Letter extends Waiting {
  readonly pod: string
  /** A WebID, or the address of a Client ID document. */
  readonly recipient: string
  readonly jws: string
  readonly actor: string
  readonly record: string
  readonly isWithdrawal: boolean
}

interface Receipt {
  readonly id: string
  readonly pod: string
  readonly jws: string
  readonly claims: ReceiptClaims
}

/** A new letter, to be committed with what it tells of. */
export function queued({ id, pod, jws, claims: { receipt } }: Receipt, now = Date.now()): SetValue {
  const letter: Letter = {
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
  }
  return keptIn(outboxSpace, letter)
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
