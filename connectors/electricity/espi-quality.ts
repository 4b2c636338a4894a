import { ConnectorError, type Where } from '../errors.ts'
import type { Quality } from './reading.ts'

/** ESPI's QualityOfReading: 7 is edited by hand; 8 to 12 are estimated, interpolated, doubtful, derived, forecast; the rest was read. */
const qualities: ReadonlyMap<string, Quality> = new Map<string, Quality>([
  ['0', 'measured'],
  ['14', 'measured'],
  ['17', 'measured'],
  ['18', 'measured'],
  ['19', 'measured'],
  ['7', 'corrected'],
  ['8', 'estimated'],
  ['9', 'estimated'],
  ['10', 'estimated'],
  ['11', 'estimated'],
  ['12', 'estimated'],
])

/** The least of what is said of a reading; none said is a reading. @throws ConnectorError `unsupported`. */
export function espiQuality(codes: readonly string[], where: Where): Quality {
  const said = codes.map((code) => qualities.get(code))
  if (said.includes(undefined)) throw new ConnectorError('unsupported', { ...where, field: 'quality' })
  if (said.includes('estimated')) return 'estimated'
  return said.includes('corrected') ? 'corrected' : 'measured'
}
