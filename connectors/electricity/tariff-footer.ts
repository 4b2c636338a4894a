import { ConnectorError } from '../errors.ts'
import { plainWords } from '../formats/plain-words.ts'
import { readStamp } from './stamp.ts'

/** Which tariff class each register counted, from one instant to another. */
export type Tariffs = readonly {
  readonly from: number
  readonly to: number
  readonly classes: ReadonlyMap<string, string>
}[]

const maxPeriods = 1000
const maxClassLength = 100

/**
 * The footer of an index file: `Du <from> au [<to>];…`, then for each register its class (`HC;Heures Creuses;EAS F1`), empty where
 * it is not in use. No tariff is known of a period that says `INCONNU`.
 *
 * @param firstLine the number of the first line, for refusals.
 * @throws ConnectorError `bad-field`, `too-many-records`, `too-long`.
 */
export function readTariffs(lines: readonly string[], firstLine: number): Tariffs {
  if (lines.length > maxPeriods) throw new ConnectorError('too-many-records', { limit: String(maxPeriods) })
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return []
    const line = firstLine + index
    if (text.length > 8192) throw new ConnectorError('too-long', { line })
    const cells = text.split(';').map((cell) => cell.trim())
    const [, from = '', to = ''] = /^du (\S+) au(?: (\S+))?$/i.exec(cells[0] ?? '') ?? []
    const start = instantOf(from)
    const end = to === '' ? Number.POSITIVE_INFINITY : instantOf(to)
    if (start === undefined || end === undefined)
      throw new ConnectorError('bad-field', { line, field: 'Periode' })
    return [{ from: start, to: end, classes: classesOf(cells) }]
  })
}

function instantOf(text: string): number | undefined {
  const stamp = readStamp(text)
  return stamp?.offset === undefined ? undefined : stamp.local - stamp.offset * 60_000
}

/** A register's class stands in the cell before its name. */
function classesOf(cells: readonly string[]): Map<string, string> {
  const classes = new Map<string, string>()
  cells.forEach((cell, at) => {
    const name = cells[at - 1] ?? ''
    const isRegister = /^EA[SI] [FD]\d{1,2}$/i.test(cell)
    if (isRegister && name !== '' && name.length <= maxClassLength && plainWords(name) !== 'inconnu') {
      classes.set(cell.toUpperCase(), name)
    }
  })
  return classes
}
