import { ConnectorError } from '../errors.ts'
import { readCsv } from '../formats/csv.ts'
import { decode, headText } from '../formats/decode.ts'
import { readJson } from '../formats/json.ts'
import { readBikeTrips } from './bike-trips.ts'
import { readGpx } from './gpx.ts'
import { readReservations } from './reservations.ts'
import type { MobilityRow } from './rows.ts'
import { readTimeline } from './timeline.ts'
import { isValidationHeader, readValidations } from './validations.ts'

export type MobilityLayout = 'reservations' | 'gpx' | 'timeline' | 'bike-trips' | 'validations'

/** Which of the layouts it is, or nothing of ours. Looks at the first 4 KiB only. */
export function sniffMobility(bytes: Uint8Array): MobilityLayout | undefined {
  const head = headText(bytes)
  if (/^(?:<\?xml\s[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<gpx\b/.test(head)) return 'gpx'
  if (/^[[{]/.test(head)) return sniffJson(head)
  return isCsvHead(head) ? 'validations' : undefined
}

function sniffJson(head: string): MobilityLayout | undefined {
  const has = (name: string): boolean => head.includes(`"${name}"`)
  if (/"@type"\s*:\s*"\w+Reservation"/.test(head)) return 'reservations'
  if (head.startsWith('{') && has('semanticSegments')) return 'timeline'
  if (!has('startTime')) return undefined
  if (has('bikeType')) return 'bike-trips'
  const names = ['activity', 'visit', 'timelinePath', 'timelineMemory']
  return head.startsWith('[') && names.some(has) ? 'timeline' : undefined
}

function isCsvHead(head: string): boolean {
  try {
    return readCsv(head.slice(0, head.lastIndexOf('\n') + 1), isPlain(isValidationHeader)) !== undefined
  } catch {
    return false
  }
}

/** Accents come wrong in the head of a file: `arrêt` in UTF-8 is no word there. */
function isPlain(isHeader: (names: readonly string[]) => boolean) {
  return (names: readonly string[]): boolean =>
    isHeader(
      names.map((name) => (/^(nom )?arr.{1,2}t\b/.test(name) ? name.replace(/arr.{1,2}t/, 'arret') : name)),
    )
}

/**
 * Reads tickets, tracks, journeys, bike trips or validations, in the file's order.
 *
 * @throws ConnectorError with the line; nothing is returned from a file that is not whole and sound.
 */
export function parseMobility(bytes: Uint8Array): MobilityRow[] {
  const text = decode(bytes)
  switch (sniffMobility(bytes)) {
    case 'reservations':
      return readReservations(readJson(text))
    case 'gpx':
      return readGpx(text)
    case 'timeline':
      return readTimeline(readJson(text))
    case 'bike-trips':
      return readBikeTrips(readJson(text))
    case 'validations':
      return readValidations(text)
    default:
      throw new ConnectorError('unknown-layout', { line: 1 })
  }
}
