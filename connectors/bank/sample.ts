import { encodeWindows1252 } from '../formats/windows-1252.ts'
import { monthsOf, type SampleMonths, sampleAccount } from './sample-months.ts'

export interface BankSample {
  readonly years: number
  /** The last day, `2026-10-31`. */
  readonly until: string
  readonly seed: number
}

const header = [
  'OFXHEADER:100',
  'DATA:OFXSGML',
  'VERSION:102',
  'SECURITY:NONE',
  'ENCODING:USASCII',
  'CHARSET:1252',
  'COMPRESSION:NONE',
  'OLDFILEUID:NONE',
  'NEWFILEUID:NONE',
]

/**
 * An invented household's current account, as a French bank writes OFX 1.02: windows-1252 under a header that
 * says otherwise, no closing tags on leaves, raw `&`. About 83 operations a month; the balance is their sum.
 * The same arguments give the same bytes; a shorter sample is a part of a longer one.
 */
export function bankSample(sample: BankSample): Uint8Array {
  const { until, seed } = sample
  const { from, operations, balanceCents } = monthsOf(sample)
  const { bankCode, branchCode, number } = sampleAccount(seed)
  const digits = (day: string): string => day.replaceAll('-', '')
  const lines = [
    ...header,
    '<OFX>',
    `<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>${digits(until)}060000<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>`,
    '<BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR',
    `<BANKACCTFROM><BANKID>${bankCode}<BRANCHID>${branchCode}<ACCTID>${number}<ACCTTYPE>CHECKING</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${digits(from)}<DTEND>${digits(until)}`,
    ...operations.map(transaction),
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${decimal(balanceCents)}<DTASOF>${digits(until)}</LEDGERBAL>`,
    `<AVAILBAL><BALAMT>${decimal(balanceCents)}<DTASOF>${digits(until)}</AVAILBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1>',
    '</OFX>',
    '',
  ]
  return encodeWindows1252(lines.join('\r\n'))
}

function transaction({ day, type, cents, name, memo, id }: SampleMonths['operations'][number]): string {
  const date = day.replaceAll('-', '')
  return [
    '<STMTTRN>',
    `<TRNTYPE>${type}`,
    `<DTPOSTED>${date}`,
    `<TRNAMT>${decimal(cents)}`,
    `<FITID>BDP${id}`,
    `<NAME>${name}`,
    ...(memo === '' ? [] : [`<MEMO>${memo}`]),
    '</STMTTRN>',
  ].join('\r\n')
}

function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : '+'}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
