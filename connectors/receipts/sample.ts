import { sampleMonth } from '../bank/sample-operations.ts'
import { encodeWindows1252 } from '../formats/windows-1252.ts'
import { type Random, seededRandom } from '../random.ts'
import { checkDigit } from './gtin.ts'

export interface ReceiptsSample {
  readonly seed: number
  readonly year: number
}

const products: readonly [string, ...string[]] = [
  'Pain de seigle',
  'Œufs de plein air ×6',
  'Lait demi-écrémé 1 L',
  'Lentilles vertes 500 g',
  'Pommes, le kilo',
  'Savon de Marseille',
  'Café moulu 250 g',
  'Huile d’olive 50 cl',
]

/**
 * A year of an invented household's loyalty account at an invented grocer of Lyon: one receipt for each debit that the bank's sample of
 * the same seed shows there, to the cent. The same arguments give the same bytes.
 */
export function receiptsSample({ seed, year }: ReceiptsSample): Uint8Array {
  const random = seededRandom(seed * 6151 + year)
  const lines = Array.from({ length: 12 }, (_, at) => sampleMonth(year, at + 1, seed))
    .flat()
    .filter(({ name }) => name === 'ÉPICERIE DU GRIFFON')
    .flatMap(({ day, cents }, at) => {
      const date = day.split('-').reverse().join('/')
      const time = `${random.between(10, 18)}:${random.between(10, 59)}`
      const head = `${date};${time};Griffon;${random.between(1, 3)};${1000 + at}`
      return shares(-cents, random).map((share) => `${head};${item(random)};1;0,00;${euros(share)}`)
    })
  const preamble = ['Enseigne;Épicerie du Griffon', `Carte;${2_900_000_000 + seed}`, '']
  const header = 'Date;Heure;Magasin;Caisse;Ticket;EAN;Libellé;Quantité;Remise (€);Montant TTC (€)'
  return encodeWindows1252([...preamble, header, ...lines, ''].join('\r\n'))
}

/** Splits an amount into some that add up to it. */
function shares(cents: number, random: Random): number[] {
  const parts: number[] = []
  let left = cents
  while (left > 150 && parts.length < 11) {
    const part = Math.min(left, random.between(95, 640))
    parts.push(part)
    left -= part
  }
  return left > 0 ? [...parts, left] : parts
}

function item(random: Random): string {
  const name = random.pick(products)
  const code = `9501101530${String(products.indexOf(name)).padStart(2, '0')}`
  return `${code}${checkDigit([...code].map(Number))};${name}`
}

function euros(cents: number): string {
  return `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`
}
