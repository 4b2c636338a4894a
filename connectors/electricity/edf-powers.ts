import { ConnectorError } from '../errors.ts'
import { linesOf } from '../formats/line.ts'
import { plainWords } from '../formats/plain-words.ts'
import { addDays, frenchDay } from '../meters/day.ts'
import type { LeftOut } from '../meters/left-out.ts'
import { splitCells } from './csv-preamble.ts'
import { readMilli } from './power.ts'
import { qualityOfWords } from './quality.ts'
import { maxReadings } from './reading.ts'
import type { ElectricityRow } from './row.ts'
import { type Point, readSequence } from './sequence.ts'

/** Of a head whose accents may come wrong too. */
export const isPowersHeader = ([when = '', value, nature = '', ...more]: readonly string[]): boolean =>
  /^date et heure de rel.{1,3}ve par le distributeur$/.test(when) &&
  value === 'puissance atteinte (w)' &&
  /^nature de la donn.{1,3}e$/.test(nature) &&
  more.length === 0

/**
 * Reads EDF's half-hours, newest first: a day (`30/01/2026;;`), then its times (`23:30:00;2258;Réelle`), each the end of a half
 * hour. 00:00:00 under a day closes that day. Rows that say the same twice running count once; a value at another minute is
 * left out, since nothing says how long it lasted.
 *
 * @throws ConnectorError with the line.
 */
export function readEdfPowers(text: string, meter: string | undefined): ElectricityRow[] {
  const lines = linesOf(text)
  const at = lines.slice(0, 30).findIndex((line) => isPowersHeader(splitCells(line).map(plainWords)))
  if (at < 0) throw new ConnectorError('unknown-layout', { line: 1 })
  if (lines.length > maxReadings) throw new ConnectorError('too-many-records', { limit: String(maxReadings) })
  const points: Point[] = []
  const leftOut: LeftOut[] = []
  let day: string | undefined
  let before = ''
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = index + 1
    const content = (lines[index] ?? '').trim()
    const isDoubled = content === before
    before = content
    if (content === '' || isDoubled) continue
    const cells = splitCells(content)
    const [first = '', value = '', nature = ''] = cells
    if (cells.length < 2) throw new ConnectorError('truncated', { line })
    if (cells.slice(3).some((cell) => cell !== '')) throw new ConnectorError('malformed', { line })
    const heading = frenchDay(first)
    if (heading !== undefined && value === '') day = heading
    else if (day !== undefined && isBetweenSteps(first)) leftOut.push({ leftOut: 'off-grid', line })
    else points.push(readPoint(first, value, nature, day, line))
  }
  return [...readSequence([points], meter, 'consumption'), ...leftOut]
}

const isBetweenSteps = (time: string): boolean =>
  /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time) && !/:[03]0:00$/.test(time)

function readPoint(
  time: string,
  value: string,
  nature: string,
  day: string | undefined,
  line: number,
): Point {
  const bad = (field: string): never => {
    throw new ConnectorError('bad-field', { line, field })
  }
  const [, hours, minutes] = /^([01]\d|2[0-3]):([03]0):00$/.exec(time) ?? []
  if (hours === undefined || day === undefined) return bad('Date et heure de relève')
  const closes = hours === '00' && minutes === '00' ? addDays(day, 1) : day
  const quality = qualityOfWords(nature)
  if (quality === undefined) throw new ConnectorError('unsupported', { line, field: 'Nature de la donnée' })
  return {
    end: { local: Date.parse(`${closes}T${hours}:${minutes}:00Z`), offset: undefined },
    minutes: 30,
    milli: value === '' ? null : (readMilli(value, 1) ?? bad('Puissance atteinte')),
    energy: false,
    quality,
    where: () => ({ line }),
  }
}
