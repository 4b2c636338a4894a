import { ConnectorError, type Where } from '../errors.ts'
import { isJsonObject, type JsonObject, readJson } from '../formats/json.ts'
import { isDay } from '../meters/day.ts'
import { thousandths } from '../meters/thousandths.ts'
import type { DayRow } from './day-row.ts'
import { litresOf, readDayVolume } from './unit.ts'

const maxRegister = 64

/**
 * Reads a water service's daily consumption: `postes[].data[]` with `annee`, `mois` (0 is January), `jour`, and the unit of each
 * field in `unites`.
 *
 * @throws ConnectorError with the line.
 */
export function readWaterJson(text: string): DayRow[] {
  const { value, lineOf } = readJson(text)
  const registers = isJsonObject(value) ? value['postes'] : undefined
  if (!isJsonObject(value) || !Array.isArray(registers))
    throw new ConnectorError('unknown-layout', { line: 1 })
  const units = isJsonObject(value['unites']) ? value['unites'] : {}
  const lineAt = (item: unknown): number | undefined =>
    typeof item === 'object' && item !== null ? lineOf.get(item) : undefined
  return registers.flatMap((register) => {
    const where: Where = { line: lineAt(register) }
    if (!isJsonObject(register) || !Array.isArray(register['data'])) {
      throw new ConnectorError('missing-field', { ...where, field: 'data' })
    }
    const name = registers.length === 1 ? undefined : register['libelle']
    if (registers.length > 1 && (typeof name !== 'string' || name === '' || name.length > maxRegister)) {
      throw new ConnectorError('bad-field', { ...where, field: 'libelle' })
    }
    return register['data'].map((item, index) => {
      const place: Where = { line: lineAt(item) ?? where.line, record: index + 1 }
      if (!isJsonObject(item)) throw new ConnectorError('bad-field', { ...place, field: 'data' })
      return readItem(item, units, typeof name === 'string' ? name : undefined, place)
    })
  })
}

function readItem(item: JsonObject, units: JsonObject, register: string | undefined, where: Where): DayRow {
  const unit = (field: string): 1 | 1000 => {
    const litres = litresOf(units[field])
    if (litres !== undefined) return litres
    const code = units[field] === undefined || units[field] === null ? 'missing-field' : 'unsupported'
    throw new ConnectorError(code, { ...where, field: `unites.${field}` })
  }
  const read = (field: string, reader: typeof thousandths): number | undefined => {
    const given = item[field]
    if (given === undefined || given === null || given === '') return undefined
    const value = reader(given, unit(field))
    if (value === undefined) throw new ConnectorError('bad-field', { ...where, field })
    return value
  }
  const { estime } = item
  if (estime !== undefined && estime !== null && typeof estime !== 'boolean') {
    throw new ConnectorError('bad-field', { ...where, field: 'estime' })
  }
  const leak = read('volumeEstimeFuite', readDayVolume)
  return {
    day: readDate(item, where),
    volume: read('consommation', readDayVolume) ?? null,
    index: read('index', thousandths),
    leak: leak === 0 ? undefined : leak,
    quality: typeof estime === 'boolean' ? (estime ? 'estimated' : 'measured') : undefined,
    register,
    line: where.line,
  }
}

/** Months count from zero, days from one. */
function readDate({ annee, mois, jour }: JsonObject, where: Where): string {
  const whole = (given: unknown, field: string): number => {
    if (given === undefined || given === null) throw new ConnectorError('missing-field', { ...where, field })
    if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given < 10_000) return given
    throw new ConnectorError('bad-field', { ...where, field })
  }
  const [year, month, day] = [whole(annee, 'annee'), whole(mois, 'mois'), whole(jour, 'jour')]
  if (month > 11) throw new ConnectorError('bad-field', { ...where, field: 'mois' })
  const iso = `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!isDay(iso)) throw new ConnectorError('bad-field', { ...where, field: 'jour' })
  return iso
}
