import type { CamtLayout } from '../camt/layout.ts'
import { messages } from '../camt/layout.ts'

export interface CamtEntry {
  readonly cents: number
  readonly day?: string
  readonly status?: string
  readonly name?: string
  readonly reference?: string
  readonly currency?: string
  /** Further elements, as they stand. */
  readonly more?: string
}

export interface CamtFile {
  readonly layout?: CamtLayout
  /** Empty for none. */
  readonly version?: string
  readonly iban?: string
  readonly balances?: string
}

/** A small statement: the first entry begins on line 5, a line each. */
export function camt(entries: readonly CamtEntry[], file: CamtFile = {}): Uint8Array {
  const { layout = 'camt-053', version = '08', iban = 'DE89370400440532013000', balances = '' } = file
  const { message, statement } = messages[layout]
  const namespace =
    version && ` xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${layout.slice(-3)}.001.${version}"`
  const lines = [
    '<?xml version="1.0"?>',
    `<Document${namespace}><${message}><${statement}>`,
    `<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balances,
    ...entries.map((entry) => entryOf(entry, version === '08')),
    `</${statement}></${message}></Document>`,
  ]
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

function entryOf(entry: CamtEntry, deep: boolean): string {
  const { cents, day = '2026-03-02', status = 'BOOK', name, reference, more = '' } = entry
  return [
    `<Ntry>${money(cents, entry.currency)}<Sts>${deep ? `<Cd>${status}</Cd>` : status}</Sts>`,
    day && `<BookgDt><Dt>${day}</Dt></BookgDt>`,
    reference === undefined ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`,
    more,
    name === undefined ? '' : `<NtryDtls><TxDtls><RmtInf><Ustrd>${name}</Ustrd></RmtInf></TxDtls></NtryDtls>`,
    '</Ntry>',
  ].join('')
}

/** `<Amt>` and `<CdtDbtInd>`: the sign stands in the second. */
export function money(cents: number, currency = 'EUR'): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const amount = `${digits.slice(0, -2)}.${digits.slice(-2)}`
  return `<Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
}

export function balance(code: string, cents: number, day: string): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(cents)}<Dt><Dt>${day}</Dt></Dt></Bal>`
}

export function batch(...parts: readonly number[]): string {
  const details = parts.map((cents) => `<TxDtls>${money(cents)}</TxDtls>`).join('')
  return `<NtryDtls><Btch><NbOfTxs>${parts.length}</NbOfTxs></Btch>${details}</NtryDtls>`
}
