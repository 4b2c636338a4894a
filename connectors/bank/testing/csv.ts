import { encodeWindows1252 } from '../../formats/windows-1252.ts'

/** What a generator makes up of an operation. */
export interface CsvOperation {
  /** `2026-03-31`. */
  readonly day: string
  readonly valueDay: string
  readonly cents: number
  readonly label: string
}

/** Ways to write thousands. */
export type Blank = '' | ' ' | '\u00a0' | '\u202f'

/** `1 234,50`. */
export function french(cents: number, blank: Blank = '', plus = ''): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, blank)
  return `${cents < 0 ? '-' : plus}${whole},${digits.slice(-2)}`
}

const frenchDay = (day: string): string => day.split('-').reverse().join('/')
const debit = ({ cents }: CsvOperation, blank: Blank) => (cents < 0 ? french(cents, blank) : '')
const credit = ({ cents }: CsvOperation, blank: Blank, plus = '') =>
  cents < 0 ? '' : french(cents, blank, plus)

interface Writer {
  readonly above: readonly string[]
  row(operation: CsvOperation, blank: Blank): readonly string[]
}

/** How each bank writes, by layout and age. The account is always `40069012345`, where it stands at all. */
export const writers: Readonly<Record<string, Writer>> = {
  'csv-societe-generale': {
    above: [
      '="0000040069012345";01/03/2026;12/03/2026;2;12/03/2026;1 234,56 EUR',
      '',
      "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise",
    ],
    row: (it, blank) => [frenchDay(it.day), it.label.padEnd(40), it.label, french(it.cents, blank), 'EUR'],
  },
  'csv-banque-postale': {
    above: [
      'Numéro Compte   ;40069012345',
      'Date;12/03/2026',
      'Solde (EUROS) ;1 234,56',
      '',
      'Date;Libellé;Montant(EUROS)',
    ],
    row: (it, blank) => [frenchDay(it.day), it.label, french(it.cents, blank)],
  },
  'csv-credit-agricole': {
    above: [
      'Compte de Dépôt carte n° 40069012345;',
      'Solde au 12/03/2026 1 234,56 €',
      '',
      'Date;Libellé;Débit Euros;Crédit Euros;',
    ],
    row: (it, blank) => [
      frenchDay(it.day),
      `"${it.label.replaceAll(' ', '\n')}"`,
      debit(it, blank).slice(1),
      credit(it, blank),
      '',
    ],
  },
  'csv-credit-mutuel': {
    above: ['Date;Date de valeur;Débit;Crédit;Libellé;Solde'],
    row: (it, blank) => [
      frenchDay(it.day),
      frenchDay(it.valueDay),
      debit(it, blank),
      credit(it, blank),
      it.label,
      '1234,56',
    ],
  },
  'csv-credit-mutuel amount': {
    above: ['Date;Date de valeur;Montant;Libellé;Solde'],
    row: (it, blank) => [
      frenchDay(it.day),
      frenchDay(it.valueDay),
      french(it.cents, blank),
      it.label,
      '1234,56',
    ],
  },
  'csv-bpce': {
    above: [
      'Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;Date de valeur;Pointage operation',
    ],
    row: (it, blank) => [
      frenchDay(it.day),
      it.label,
      it.label,
      '',
      '',
      'Prelevement',
      'A',
      'B',
      debit(it, blank),
      credit(it, blank, '+'),
      frenchDay(it.day),
      frenchDay(it.valueDay),
      '0',
    ],
  },
  'csv-boursobank': {
    above: ['dateOp;dateVal;label;category;categoryParent;amount;accountNum;accountLabel;accountbalance'],
    row: (it, blank) => [
      it.day,
      it.valueDay,
      `"${it.label}"`,
      '"A"',
      '"B"',
      french(it.cents, blank),
      '40069012345',
      '"Compte"',
      '370.00',
    ],
  },
  'csv-boursobank newest': {
    above: [
      'dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance',
    ],
    row: (it, blank) => [
      it.day,
      it.valueDay,
      `"${it.label}"`,
      '"A"',
      '"B"',
      '"C"',
      french(it.cents, blank),
      '',
      '40069012345',
      '"Compte"',
      '370.00',
    ],
  },
  'csv-bnp-paribas': {
    above: [
      'Compte;Compte;****2345;12/03/2026;;1 234,56',
      'Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro',
    ],
    row: (it, blank) => [frenchDay(it.day), '', 'CARTE', it.label, french(it.cents, blank)],
  },
  'csv-bnp-paribas old': {
    above: ['"Compte";"Compte";****2345;12/03/2026;;1 234,56'],
    row: (it, blank) => [frenchDay(it.day), '', '', it.label, french(it.cents, blank)],
  },
  'csv-fortuneo': {
    above: ['Date opération;Date valeur;libellé;Débit;Crédit;'],
    row: (it, blank) => [
      frenchDay(it.day),
      frenchDay(it.valueDay),
      it.label,
      debit(it, blank),
      ` ${credit(it, blank)}`,
      '',
    ],
  },
}

export interface CsvWay {
  readonly blank?: Blank
  readonly utf8?: boolean
  readonly newestFirst?: boolean
}

/** A file as the bank writes it. */
export function csv(name: string, operations: readonly CsvOperation[], way: CsvWay = {}): Uint8Array {
  const { blank = '', utf8 = blank === '\u202f', newestFirst = false } = way
  const writer = writers[name]
  if (writer === undefined) throw new Error(`no bank writes ${name}`)
  const sorted = [...operations].sort((one, other) => one.day.localeCompare(other.day))
  const told = newestFirst ? sorted.reverse() : sorted
  const text = [...writer.above, ...told.map((it) => writer.row(it, blank).join(';')), ''].join('\r\n')
  return utf8 ? new TextEncoder().encode(text) : encodeWindows1252(text)
}
