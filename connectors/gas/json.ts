import { ConnectorError, type Where } from '../errors.ts'
import { isJsonObject, type JsonObject, readJson } from '../formats/json.ts'
import { plainWords } from '../formats/plain-words.ts'
import { addDays, isDay } from '../meters/day.ts'
import type { Period } from '../meters/period.ts'
import { readFigures } from './releve.ts'

/**
 * Reads GRDF's JSON: an object of meters (PCE), each with its `releves`, daily (`informatives`) or billed (`publiées`).
 *
 * Stamps say 06:00 with an offset that is always +00:00, summer and winter, although the gas day begins at 6:00 local time:
 * only their days are read, and a daily reading is of its `journeeGaziere`.
 *
 * @throws ConnectorError with the line.
 */
export function readGrdfJson(text: string): Period[] {
  const { value, lineOf } = readJson(text)
  if (!isJsonObject(value)) throw new ConnectorError('unknown-layout', { line: 1 })
  return Object.entries(value).flatMap(([name, account]) => {
    const line = isJsonObject(account) ? lineOf.get(account) : 1
    if (!isJsonObject(account) || !Array.isArray(account['releves'])) {
      throw new ConnectorError('unknown-layout', { line, field: 'releves' })
    }
    const meter = account['idPce'] ?? name
    if (typeof meter !== 'string' || !/^\d{14}$/.test(meter)) {
      throw new ConnectorError('bad-field', { line, field: 'idPce' })
    }
    if (meter !== name) throw new ConnectorError('contradiction', { line, field: 'idPce' })
    return account['releves'].map((item, index) => {
      const where: Where = {
        line: typeof item === 'object' && item !== null ? lineOf.get(item) : line,
        record: index + 1,
      }
      if (!isJsonObject(item)) throw new ConnectorError('bad-field', { ...where, field: 'releves' })
      return readReleve(item, meter, where)
    })
  })
}

function readReleve(item: JsonObject, meter: string, where: Where): Period {
  const days = readDays(item, where)
  const figures = readFigures(
    {
      volumeBrutConsomme: item['volumeBrutConsomme'],
      energieConsomme: item['energieConsomme'],
      indexDebut: item['indexDebut'],
      indexFin: item['indexFin'],
      coeffConversion: item['coeffConversion'],
      qualificationReleve: item['qualificationReleve'],
    },
    where,
  )
  return { meter, direction: 'consumption', ...days, ...figures, line: where.line }
}

/** The nature tells the series; a row of nulls alone may have none, and is daily when it has a gas day. */
function readDays(item: JsonObject, where: Where): Pick<Period, 'series' | 'firstDay' | 'lastDay'> {
  const nature = item['natureReleve'] ?? ''
  const words = typeof nature === 'string' ? plainWords(nature) : undefined
  const isEmpty = (item['volumeBrutConsomme'] ?? item['energieConsomme'] ?? null) === null
  if (words === '' && !isEmpty) throw new ConnectorError('missing-field', { ...where, field: 'natureReleve' })
  const gasDay = item['journeeGaziere'] ?? undefined
  const start = readStampDay(item['dateDebutReleve'], 'dateDebutReleve', where)
  const end = readStampDay(item['dateFinReleve'], 'dateFinReleve', where)
  if (words === 'publiee' || (words === '' && gasDay === undefined)) {
    if (end <= start) throw new ConnectorError('contradiction', { ...where, field: 'dateFinReleve' })
    return { series: 'billed', firstDay: start, lastDay: addDays(end, -1) }
  }
  if (words !== '' && words !== 'informative journalier') {
    throw new ConnectorError('unsupported', { ...where, field: 'natureReleve' })
  }
  if (typeof gasDay !== 'string' || !isDay(gasDay)) {
    const code = gasDay === undefined ? 'missing-field' : 'bad-field'
    throw new ConnectorError(code, { ...where, field: 'journeeGaziere' })
  }
  if (start !== gasDay || end !== addDays(gasDay, 1)) {
    throw new ConnectorError('contradiction', { ...where, field: 'journeeGaziere' })
  }
  return { series: 'daily', firstDay: gasDay, lastDay: gasDay }
}

function readStampDay(stamp: unknown, field: string, where: Where): string {
  if (stamp === null || stamp === undefined) throw new ConnectorError('missing-field', { ...where, field })
  const [, day = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      String(stamp),
    ) ?? []
  if (!isDay(day)) throw new ConnectorError('bad-field', { ...where, field })
  return day
}
