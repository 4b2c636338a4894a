import { localClock } from '../../time/paris-time.ts'

export interface Item {
  readonly value: unknown
  readonly date: string
  readonly interval_length?: string
  readonly measure_type?: string
}

/** A DataConnect load curve with one reading a line: reading n (from 1) is on line n + 2. */
export function dataConnect(
  items: readonly Item[],
  more: Readonly<Record<string, unknown>> = {},
): Uint8Array {
  const head = {
    usage_point_id: '00000000000001',
    quality: 'BRUT',
    reading_type: { unit: 'W', measurement_kind: 'power', aggregate: 'average' },
    ...more,
  }
  const rows = items.map((item) => JSON.stringify(item)).join(',\n')
  return Buffer.from(
    `{"meter_reading": ${JSON.stringify(head).slice(0, -1)},\n"interval_reading": [\n${rows}\n]}}\n`,
  )
}

/** `count` readings of half an hour from an instant, as a file tells them: local stamps, at the end. */
export function halfHours(from: string, count: number, watts: (index: number) => number): Item[] {
  return Array.from({ length: count }, (_, index) => ({
    value: String(watts(index)),
    date: localText(Date.parse(from) + (index + 1) * 1_800_000),
    interval_length: 'PT30M',
    measure_type: 'B',
  }))
}

export function localText(instant: number): string {
  return new Date(localClock(instant)).toISOString().slice(0, 19).replace('T', ' ')
}

/** An Enedis_Conso_Heure file; the rows begin on line 4. */
export function curveCsv(rows: readonly string[], unit = 'W', kind = 'Courbe de charge'): Uint8Array {
  return Buffer.from(
    [
      'Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur metier;Etape metier;Unite',
      `00000000000001;${kind};01/01/2025;02/01/2025;Energie active;Consommation;Comptage Brut;${unit}`,
      'Horodate;Valeur',
      ...rows,
      '',
    ].join('\r\n'),
  )
}
