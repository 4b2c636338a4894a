import { ConnectorError } from '../errors.ts'
import { accountKey } from './account-id.ts'
import type { OperationRow } from './rows.ts'

const maxOperations = 100_000

/** An operation as a file says it, without the key that it gets among its account's. */
export interface Draft extends Omit<OperationRow, 'recordKey'> {
  /** What names it, in this file and in later ones. */
  readonly identity?: string
  /** Where nothing does: what else tells it from its equals. */
  readonly trait?: string
}

/**
 * Gives each operation its record key.
 *
 * - With an identity (OFX: the FITID), that: a later file that says it otherwise corrects it, in another month too. Said
 *   twice alike in one file it is one operation. Said twice *differently* in one file, the bank has reused it:
 *   both are kept, told apart by what they say.
 * - Without one, what the operation says, and its rank among equals: two coffees at the same price on
 *   the same day are two.
 *
 * @param family kinds of file whose references have nothing to do with those of others, so that keys never meet by chance.
 * @throws ConnectorError `too-many-records`.
 */
export function withKeys(drafts: readonly Draft[], family?: string): OperationRow[] {
  if (drafts.length > maxOperations) {
    throw new ConnectorError('too-many-records', { limit: String(maxOperations) })
  }
  const mark = family === undefined ? '' : `~${family}`
  const says = drafts.map(fingerprint)
  const contents = new Map<string, Set<string>>()
  drafts.forEach((draft, index) => {
    if (draft.identity === undefined) return
    const scope = scopeOf(draft)
    const known = contents.get(scope) ?? new Set()
    contents.set(scope, known.add(wholeText(draft, says[index] ?? '')))
  })
  const seen = new Set<string>()
  const ranks = new Map<string, number>()
  const rows: OperationRow[] = []
  drafts.forEach((draft, index) => {
    const { identity, trait, ...row } = draft
    const said = says[index] ?? ''
    if (identity === undefined) {
      const scope = `${accountKey(draft.account)}|${said}`
      const rank = (ranks.get(scope) ?? 0) + 1
      ranks.set(scope, rank)
      rows.push({ ...row, recordKey: `${said}/${rank}${mark}` })
      return
    }
    const scope = scopeOf(draft)
    const whole = `${scope}|${wholeText(draft, said)}`
    if (seen.has(whole)) return
    seen.add(whole)
    const reused = (contents.get(scope)?.size ?? 0) > 1
    const key = reused ? `${identity}/${wholeText(draft, said)}` : identity
    rows.push({ ...row, recordKey: `${key}${mark}` })
  })
  return rows
}

function scopeOf(draft: Draft): string {
  return `${accountKey(draft.account)}|${draft.identity}`
}

/** What an operation says of itself, of which two may say the same. */
export function fingerprint({ bookingDate, amountCents, currency, label, trait }: Draft): string {
  const words = label.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ')
  return `${bookingDate}/${amountCents}${currency}/${words}${trait === undefined ? '' : `/${trait}`}`
}

function wholeText(draft: Draft, said: string): string {
  return `${said}/${draft.valueDate ?? ''}/${draft.operationType ?? ''}/${draft.memo ?? ''}`
}
