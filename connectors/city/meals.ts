import { ConnectorError } from '../errors.ts'
import { type FrenchRow, readFrenchTable } from '../formats/french-table.ts'
import { plainWords } from '../formats/plain-words.ts'
import { readWrittenDay } from '../time/written-day.ts'
import { firstNameOf } from './first-name.ts'
import type { MealRow } from './rows.ts'

const known: ReadonlySet<string> = new Set([
  'date',
  'date du repas',
  'enfant',
  'prestation',
  'quantite',
  'montant',
  // Nobody needs these: they are dropped.
  'ecole',
  'restaurant',
  'tranche',
])

/** Meals and their prices, one a row. @throws ConnectorError with the line. */
export function readMeals(text: string): MealRow[] {
  const ranks = new Map<string, number>()
  return readFrenchTable(text, known, isMealHeader).map((row) => readMeal(row, ranks))
}

function isMealHeader(names: readonly string[]): boolean {
  const dated = names.includes('date du repas') || (names.includes('date') && names.includes('enfant'))
  return dated && names.includes('montant')
}

function readMeal(row: FrenchRow, ranks: Map<string, number>): MealRow {
  const { line } = row
  const date = row.read('date du repas', readWrittenDay) ?? row.read('date', readWrittenDay)
  const label = row.text('prestation')
  const person = row.text('enfant', 200) ?? ''
  // An amount of several might be that of one.
  if (
    row.read('quantite', (told) => told) !== undefined &&
    !/^1([.,]0+)?$/.test(row.text('quantite') ?? '')
  ) {
    throw new ConnectorError('unsupported', { line, field: 'quantite' })
  }
  const said = `${date}|${plainWords(person)}|${plainWords(label ?? '')}`
  const rank = (ranks.get(said) ?? 0) + 1
  ranks.set(said, rank)
  const child = firstNameOf(person)
  return {
    type: 'meal',
    person: plainWords(person),
    rank,
    date: row.needed('date', date),
    amountCents: row.needed('montant', row.euros('montant')),
    currency: 'EUR',
    line,
    ...(child === undefined ? {} : { child }),
    ...(label === undefined ? {} : { label }),
  }
}
