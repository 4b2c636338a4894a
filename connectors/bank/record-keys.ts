import type { AccountId, OperationRow } from './rows.ts'

export type Draft = Omit<OperationRow, 'recordKey'>

/** One text for an account, unique at its bank. */
export function accountKey({ bankCode, branchCode, number }: AccountId): string {
  return `${bankCode}|${branchCode}|${number}`
}

/**
 * Gives each operation its record key.
 *
 * - With a FITID, the FITID: a later file that says it otherwise corrects it, in another month too. Said
 *   twice alike in one file it is one operation. Said twice *differently* in one file, the bank has reused it:
 *   both are kept, told apart by what they say.
 * - Without one, what the operation says, and its rank among equals: two coffees at the same price on
 *   the same day are two.
 */
export function withKeys(drafts: readonly Draft[]): OperationRow[] {
  const says = drafts.map(fingerprint)
  const contents = new Map<string, Set<string>>()
  drafts.forEach((draft, index) => {
    if (draft.bankReference === undefined) return
    const scope = scopeOf(draft)
    contents.set(scope, (contents.get(scope) ?? new Set()).add(wholeText(draft, says[index] ?? '')))
  })
  const seen = new Set<string>()
  const ranks = new Map<string, number>()
  const rows: OperationRow[] = []
  drafts.forEach((draft, index) => {
    const said = says[index] ?? ''
    if (draft.bankReference === undefined) {
      const scope = `${accountKey(draft.account)}|${said}`
      const rank = (ranks.get(scope) ?? 0) + 1
      ranks.set(scope, rank)
      rows.push({ ...draft, recordKey: `${said}/${rank}` })
      return
    }
    const scope = scopeOf(draft)
    const whole = `${scope}|${wholeText(draft, said)}`
    if (seen.has(whole)) return
    seen.add(whole)
    const reused = (contents.get(scope)?.size ?? 0) > 1
    rows.push({
      ...draft,
      recordKey: reused ? `${draft.bankReference}/${wholeText(draft, said)}` : draft.bankReference,
    })
  })
  return rows
}

function scopeOf(draft: Draft): string {
  return `${accountKey(draft.account)}|${draft.bankReference}`
}

function fingerprint(draft: Draft): string {
  const label = draft.label.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ')
  return `${draft.bookingDate}/${draft.amountCents}${draft.currency}/${label}`
}

function wholeText(draft: Draft, said: string): string {
  return `${said}/${draft.valueDate ?? ''}/${draft.operationType ?? ''}/${draft.memo ?? ''}`
}
