import { ConnectorError } from '../errors.ts'

/** The columns of Enedis' load curves, in plain words. */
const known: ReadonlySet<string> = new Set([
  'identifiant prm',
  'type de donnees',
  'date de debut',
  'date de fin',
  'grandeur physique',
  'grandeur metier',
  'etape metier',
  'unite',
  'pas en minutes',
  'horodate',
  'horodate fin de pas',
  'horodate iso fin de pas',
  'valeur',
  'puissance moyenne (w)',
  'nature',
  'pas',
  'indice de vraisemblance',
  'etat complementaire',
])

const stamps = ['horodate', 'horodate fin de pas', 'horodate iso fin de pas']
const values = ['valeur', 'puissance moyenne (w)']

/** What says the series that a row belongs to: the same in each row of a file. */
const ofTheSeries = [
  'identifiant prm',
  'type de donnees',
  'grandeur physique',
  'grandeur metier',
  'etape metier',
  'unite',
  'pas en minutes',
]

/** Columns are indexes. */
export interface CsvColumns {
  readonly stamp: number
  readonly value: number
  readonly nature: number | undefined
  readonly step: number | undefined
  readonly likelihood: number | undefined
  readonly ofTheSeries: readonly number[]
}

/**
 * Finds the columns by their names.
 *
 * @throws ConnectorError `unknown-layout` when no column holds the time or the value, `unsupported` when two do, or when
 * there is one that we do not know: it might be a second curve.
 */
export function readColumns(names: readonly string[], line: number): CsvColumns {
  const of = (...wanted: string[]): number[] =>
    names.flatMap((name, at) => (wanted.includes(name) ? [at] : []))
  const [stamp, secondStamp] = of(...stamps)
  const [value, secondValue] = of(...values)
  if (stamp === undefined || value === undefined) throw new ConnectorError('unknown-layout', { line })
  if (secondStamp !== undefined) throw new ConnectorError('unsupported', { line, field: 'Horodate' })
  if (secondValue !== undefined) throw new ConnectorError('unsupported', { line, field: 'Valeur' })
  const named = names.filter((name) => name !== '')
  if (named.some((name) => !known.has(name)) || new Set(named).size < named.length) {
    throw new ConnectorError('unsupported', { line })
  }
  return {
    stamp,
    value,
    nature: of('nature')[0],
    step: of('pas')[0],
    likelihood: of('indice de vraisemblance')[0],
    ofTheSeries: of(...ofTheSeries),
  }
}
