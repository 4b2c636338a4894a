import { ConnectorError, type Where } from '../errors.ts'
import type { Period } from '../meters/period.ts'
import { thousandths } from '../meters/thousandths.ts'
import { qualityOf } from './quality.ts'

/** What GRDF says of one period, by the names of its JSON; the workbook's columns carry the same. */
export interface Figures {
  readonly volumeBrutConsomme: unknown
  readonly energieConsomme: unknown
  readonly indexDebut: unknown
  readonly indexFin: unknown
  readonly coeffConversion: unknown
  readonly qualificationReleve: unknown
}

type Said = Pick<
  Period,
  'unit' | 'quantity' | 'energy' | 'indexStart' | 'indexEnd' | 'conversion' | 'quality'
>

/** A cubic metre of natural gas holds about eleven kilowatt-hours. In thousandths. */
const maxConversion = 100_000

/**
 * Cubic metres, the energy that they hold, and the indexes. A row of nulls is a gap; what is missing is never zero.
 *
 * @throws ConnectorError `bad-field`, `unsupported` (a quality that we do not know), `contradiction` (figures of no reading).
 */
export function readFigures(figures: Figures, where: Where): Said {
  const read = (field: keyof Figures, perUnit: 1 | 1000): number | undefined => {
    const given = figures[field]
    if (given === null || given === undefined || given === '') return undefined
    const value = thousandths(given, perUnit)
    if (value === undefined) throw new ConnectorError('bad-field', { ...where, field })
    return value
  }
  const volume = read('volumeBrutConsomme', 1)
  const energy = read('energieConsomme', 1000)
  const indexStart = read('indexDebut', 1)
  const indexEnd = read('indexFin', 1)
  const conversion = read('coeffConversion', 1)
  if (conversion !== undefined && conversion > maxConversion) {
    throw new ConnectorError('bad-field', { ...where, field: 'coeffConversion' })
  }
  const quality = qualityOf(figures.qualificationReleve)
  if (quality === undefined && figures.qualificationReleve !== undefined) {
    throw new ConnectorError('unsupported', { ...where, field: 'qualificationReleve' })
  }
  if (quality === 'absent') {
    // The workbook writes zeros there: of an absent reading nothing is a zero.
    const isSaid = [volume, energy, indexStart, indexEnd].some((it) => it !== undefined && it !== 0)
    if (isSaid) throw new ConnectorError('contradiction', { ...where, field: 'qualificationReleve' })
    return { unit: 'm3', quantity: null, quality: undefined }
  }
  const quantity = volume ?? (energy === undefined ? null : undefined)
  return { unit: 'm3', quantity, energy, indexStart, indexEnd, conversion, quality }
}
