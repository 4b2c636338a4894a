export type Item = Readonly<Record<string, unknown>>

/** A day of July 2026. */
export function item(jour: number, consommation: number | null, index: number | null, more: Item = {}): Item {
  return { annee: 2026, mois: 6, jour, consommation, index, estime: false, volumeEstimeFuite: 0, ...more }
}

/** One day a line: day n (from 1) is on line n + 3. */
export function waterJson(
  days: readonly Item[],
  unites: Item = { consommation: 'l', index: 'l', volumeEstimeFuite: 'l' },
): Uint8Array {
  const rows = days.map((it) => JSON.stringify(it)).join(',\n')
  return Buffer.from(
    `{"unites": ${JSON.stringify({ volumeEstimeFuite: 'l', ...unites })},\n"postes": [{\n"data": [\n${rows}\n]}]}\n`,
  )
}

/** The rows begin on line 2. */
export function waterCsv(rows: readonly string[], unit = 'litres'): Uint8Array {
  const header = `Date de relevé;Index relevé (${unit});Consommation du jour (${unit});Index Mesuré/Estimé`
  return Buffer.from([header, ...rows, ''].join('\r\n'))
}
