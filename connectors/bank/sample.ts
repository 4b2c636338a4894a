import { encodeWindows1252 } from '../formats/windows-1252.ts'
import { type SampleOperation, sampleMonth } from './sample-operations.ts'

export interface BankSample {
  readonly years: number
  /** The last day, `2026-10-31`. */
  readonly until: string
  readonly seed: number
}

/** Every sample starts here, so that two samples that overlap agree to the cent. */
const origin = { year: 2005, cents: 342_618 }

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
export function bankSample({ years, until, seed }: BankSample): Uint8Array {
  const from = `${Number(until.slice(0, 4)) - years}${until.slice(4)}`
  let balance = origin.cents
  const written: string[] = []
  for (let index = origin.year * 12; index <= monthIndex(until); index += 1) {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
    sampleMonth(year, month, seed).forEach((operation, rank) => {
      if (operation.day > until) return
      balance += operation.cents
      if (operation.day > from) written.push(transaction(operation, `${year}${pad(month, 2)}${pad(rank, 3)}`))
    })
  }
  const digits = (day: string): string => day.replaceAll('-', '')
  const lines = [
    ...header,
    '<OFX>',
    `<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>${digits(until)}060000<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>`,
    '<BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR',
    `<BANKACCTFROM><BANKID>99999<BRANCHID>00069<ACCTID>${pad(40_069_000 + seed, 11)}<ACCTTYPE>CHECKING</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${digits(from)}<DTEND>${digits(until)}`,
    ...written,
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${decimal(balance)}<DTASOF>${digits(until)}</LEDGERBAL>`,
    `<AVAILBAL><BALAMT>${decimal(balance)}<DTASOF>${digits(until)}</AVAILBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1>',
    '</OFX>',
    '',
  ]
  return encodeWindows1252(lines.join('\r\n'))
}

function transaction({ day, type, cents, name, memo }: SampleOperation, id: string): string {
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

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
