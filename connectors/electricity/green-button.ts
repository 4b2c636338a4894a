import { ConnectorError, type Where } from '../errors.ts'
import { all, first, neededAt, readXml, textAt, type XmlElement } from '../formats/xml.ts'
import { espiQuality } from './espi-quality.ts'
import type { Direction } from './reading.ts'
import type { ElectricityRow } from './row.ts'
import { type Point, readSequence } from './sequence.ts'
import { SeriesRuns } from './series-runs.ts'
import { knownSteps } from './steps.ts'

const espi = 'http://naesb.org/espi'

/** Thousandths of Wh or W at most: ten megawatts for an hour. */
const maxMilli = 10_000_000_000

/**
 * Reads the curves of a Green Button feed (NAESB REQ.21, ESPI, in Atom). Entries find one another by their links: a block of
 * intervals is of the meter reading above it, which names its reading type. Instants are seconds since 1970.
 *
 * @throws ConnectorError with the line.
 */
export function readGreenButton(text: string): ElectricityRow[] {
  const entries = all(readXml(text), 'entry').map(readEntry)
  const points = bySelf(entries, 'UsagePoint')
  const readings = bySelf(entries, 'MeterReading')
  const types = bySelf(entries, 'ReadingType')
  const curves = new SeriesRuns()
  for (const block of entries.filter(({ content }) => content?.name === 'IntervalBlock')) {
    const where = { line: block.line }
    const point = above(points, block.self)
    const named = above(readings, block.self)?.related.find((address) => types.has(address))
    const type = types.get(named ?? '')
    if (point?.content === undefined)
      throw new ConnectorError('missing-field', { ...where, field: 'UsagePoint' })
    if (type?.content === undefined)
      throw new ConnectorError('missing-field', { ...where, field: 'ReadingType' })
    // Service 0 is electricity; gas and water are told in the same words.
    if (textAt(point.content, 'ServiceCategory/kind') !== '0') {
      throw new ConnectorError('unsupported', { line: point.content.line, field: 'ServiceCategory' })
    }
    const { direction, ...unit } = readType(type.content)
    const intervals = block.content === undefined ? [] : all(block.content, 'IntervalReading')
    curves.add(
      meterOf(point),
      direction,
      intervals.map((it) => readInterval(it, unit)),
    )
  }
  if (curves.total === 0) throw new ConnectorError('empty')
  return curves.list().flatMap(({ meter, direction, runs }) => readSequence(runs, meter, direction))
}

interface Entry {
  readonly self: string
  readonly related: readonly string[]
  readonly content: XmlElement | undefined
  readonly line: number
}

function readEntry(entry: XmlElement): Entry {
  const links = all(entry, 'link')
  const of = (rel: string): string[] =>
    links.flatMap(({ attributes }) =>
      attributes.get('rel') === rel ? [(attributes.get('href') ?? '').slice(0, maxAddress)] : [],
    )
  const content = first(entry, 'content')?.children.find(({ namespace }) => namespace === espi)
  return { self: of('self')[0] ?? '', related: of('related').slice(0, maxRelated), content, line: entry.line }
}

const maxAddress = 2048
const maxRelated = 20

/** The entries that hold an element of a name, by their addresses. */
function bySelf(entries: readonly Entry[], name: string): Map<string, Entry> {
  return new Map(
    entries.flatMap((entry) => (entry.content?.name === name ? [[entry.self, entry] as const] : [])),
  )
}

/** The entry whose address is the nearest above another's. */
function above(entries: ReadonlyMap<string, Entry>, address: string): Entry | undefined {
  for (let at = address.lastIndexOf('/'); at > 0; at = address.lastIndexOf('/', at - 1)) {
    const found = entries.get(address.slice(0, at))
    if (found !== undefined) return found
  }
  return undefined
}

/** A usage point has no number but the last step of its address. */
function meterOf({ self, line }: Entry): string {
  const [, id] = /\/([A-Za-z0-9-]{1,64})$/.exec(self) ?? []
  if (id === undefined) throw new ConnectorError('bad-field', { line, field: 'UsagePoint' })
  return id
}

interface Unit {
  /** Energy over the interval, not power. */
  readonly energy: boolean
  /** Thousandths of Wh or W are the value times ten to this power. */
  readonly power: number
}

/** What is counted: an energy in Wh since the last interval, or a power in W. */
function readType(type: XmlElement): Unit & { readonly direction: Direction } {
  const is = (field: string, allowed: readonly string[]): string => {
    const code = textAt(type, field) ?? ''
    if (!allowed.includes(code)) throw new ConnectorError('unsupported', { line: type.line, field })
    return code
  }
  const unit = is('uom', ['72', '38'])
  // 4 is what was used since the interval before, 12 what was drawn at the time; totals and running sums are neither.
  is('accumulationBehaviour', unit === '72' ? ['4'] : ['6', '12'])
  is('commodity', ['0', '1', '2', ''])
  const multiplier = neededAt(type, 'powerOfTenMultiplier')
  if (!/^-?\d$/.test(multiplier))
    throw new ConnectorError('bad-field', { line: type.line, field: 'powerOfTenMultiplier' })
  const direction = is('flowDirection', ['1', '19']) === '1' ? 'consumption' : 'production'
  return { energy: unit === '72', power: Number(multiplier) + 3, direction }
}

function readInterval(interval: XmlElement, { energy, power }: Unit): Point {
  const where = (): Where => ({ line: interval.line })
  const whole = (path: string): number => {
    const text = neededAt(interval, path)
    if (/^\d{1,12}$/.test(text)) return Number(text)
    throw new ConnectorError('bad-field', { ...where(), field: path.split('/').at(-1) })
  }
  const start = whole('timePeriod/start') * 1000
  const minutes = whole('timePeriod/duration') / 60
  if (!knownSteps.includes(minutes))
    throw new ConnectorError('unsupported', { ...where(), field: 'duration' })
  if (start < Date.UTC(2000, 0, 1) || start > Date.UTC(2100, 0, 1)) {
    throw new ConnectorError('bad-field', { ...where(), field: 'start' })
  }
  const value = textAt(interval, 'value')
  const milli = value === undefined ? null : Math.round(whole('value') * 10 ** power)
  if (milli !== null && milli > maxMilli)
    throw new ConnectorError('bad-field', { ...where(), field: 'value' })
  return {
    end: { local: start + minutes * 60_000, offset: 0 },
    minutes,
    milli,
    energy,
    quality: espiQuality(
      all(interval, 'ReadingQuality/quality').map(({ text }) => text),
      where(),
    ),
    where,
  }
}
