import type { Notice } from '../connector.ts'
import type { Bilingual } from '../errors.ts'

/** Rows that are recognised and knowingly not kept, with why. */
export const reasons = {
  incomplete: {
    fr: 'Périodes que le fichier ne couvre pas en entier, laissées de côté : un fichier ultérieur les dira.',
    en: 'Periods that the file does not cover whole, left out: a later file will say them.',
  },
  'off-grid': {
    fr: 'Valeurs entre deux pas de la courbe, laissées de côté : leur durée n’est pas connue.',
    en: 'Values between two steps of the curve, left out: the time that they cover is not known.',
  },
  'clock-change': {
    fr: 'Valeurs de l’heure qui a lieu deux fois en octobre, dites une seule fois, laissées de côté : le fichier ne dit pas laquelle des deux.',
    en: 'Values of the hour that October has twice, said once, left out: the file does not say which of the two.',
  },
} as const satisfies Record<string, Bilingual>

/** A row that is read and left out; its number is told when the file is imported. */
export interface LeftOut {
  readonly leftOut: keyof typeof reasons
  readonly line: number
}

export function isLeftOut(row: object): row is LeftOut {
  return 'leftOut' in row
}

export function leftOutNotices(rows: readonly LeftOut[]): Notice[] {
  return Object.entries(reasons).flatMap(([code, text]) => {
    const count = rows.filter(({ leftOut }) => leftOut === code).length
    return count === 0 ? [] : [{ code, count, text }]
  })
}
