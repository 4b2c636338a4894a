import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { isJsonObject, type JsonObject, readJson } from '../formats/json.ts'
import { localDay } from '../time/paris-time.ts'
import type { PlayRow } from './play.ts'

const maxPlays = 200_000
const maxNameLength = 500
const maxMs = 999_999_999

/** `account-history`, `extended-history`, or nothing of ours. Looks at the first 4 KiB only. */
export function sniffMedia(bytes: Uint8Array): 'account-history' | 'extended-history' | undefined {
  const head = headText(bytes)
  if (!/^\[\s*\{/.test(head)) return undefined
  if (/"endTime"\s*:/.test(head) && /"msPlayed"\s*:/.test(head)) return 'account-history'
  return /"ts"\s*:/.test(head) && /"ms_played"\s*:/.test(head) ? 'extended-history' : undefined
}

/**
 * Reads a streaming history into one row a play. Addresses, devices, countries and user names are not looked at.
 *
 * @throws ConnectorError with the line.
 */
export function parseMedia(bytes: Uint8Array): PlayRow[] {
  const text = decode(bytes)
  const layout = sniffMedia(bytes)
  if (layout === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  const { value, lineOf } = readJson(text)
  if (!Array.isArray(value)) throw new ConnectorError('unknown-layout', { line: 1 })
  if (value.length > maxPlays) throw new ConnectorError('too-many-records', { limit: String(maxPlays) })
  const read = layout === 'account-history' ? readAccountPlay : readExtendedPlay
  const ranks = new Map<string, number>()
  return value.map((item, index) => {
    if (!isJsonObject(item)) throw new ConnectorError('malformed', { record: index + 1 })
    const play = read(item, lineOf.get(item))
    const said = sayingOf(play)
    const rank = (ranks.get(said) ?? 0) + 1
    ranks.set(said, rank)
    return { ...play, rank }
  })
}

/** What a play says, its rank left out. */
export function sayingOf({ kind, at, ms, creator, title }: Draft): string {
  return `${kind}/${at}/${ms}/${creator}/${title}`
}

type Draft = Omit<PlayRow, 'rank'>
type Line = number | undefined

const accountNames = [
  ['music', 'artistName', 'trackName'],
  ['podcast', 'podcastName', 'episodeName'],
  ['audiobook', 'audiobookName', 'chapterName'],
] as const

function readAccountPlay(item: JsonObject, line: Line): Draft {
  // « 2022-09-21 00:02 »: UTC, to the minute.
  const [, day, minute] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/.exec(textOf(item, 'endTime', line)) ?? []
  const names = accountNames.find(([, creator]) => item[creator] !== undefined)
  if (names === undefined) throw new ConnectorError('missing-field', { line, field: 'artistName' })
  return draft(item, line, ['endTime', `${day}T${minute}Z`, 'msPlayed'], names)
}

const extendedNames = [
  ['music', 'master_metadata_album_artist_name', 'master_metadata_track_name'],
  ['podcast', 'episode_show_name', 'episode_name'],
  ['audiobook', 'audiobook_title', 'audiobook_chapter_title'],
] as const

function readExtendedPlay(item: JsonObject, line: Line): Draft {
  const names = extendedNames.find(([, creator]) => (item[creator] ?? null) !== null) ?? extendedNames[0]
  const hidden = item['incognito_mode'] ?? false
  if (typeof hidden !== 'boolean') throw new ConnectorError('bad-field', { line, field: 'incognito_mode' })
  return draft(item, line, ['ts', textOf(item, 'ts', line), 'ms_played'], names, hidden)
}

function draft(
  item: JsonObject,
  line: Line,
  [timeField, at, msField]: readonly [string, string, string],
  [kind, creatorField, titleField]: readonly [PlayRow['kind'], string, string],
  isPrivate = false,
): Draft {
  const ms = item[msField]
  if (ms === undefined) throw new ConnectorError('missing-field', { line, field: msField })
  if (typeof ms !== 'number' || !Number.isInteger(ms) || ms < 0 || ms > maxMs)
    throw new ConnectorError('bad-field', { line, field: msField })
  const day = dayOf(at)
  if (day === undefined) throw new ConnectorError('bad-field', { line, field: timeField })
  const creator = nameOf(item, creatorField, line)
  const title = nameOf(item, titleField, line)
  return { kind, at, day, ms, creator, title, isPrivate, line }
}

/** The local day of each UTC hour met: an offset changes at a full hour, and plays come by the dozen. */
const days = new Map<string, string | undefined>()
const maxDays = 100_000

/** The local day of `2026-03-01T07:02Z` or `…:31Z`; `undefined` when it is no instant (the 30th of February, 24:00). */
function dayOf(at: string): string | undefined {
  const [, hour] = /^((?:19|20)\d\d-\d\d-\d\dT\d\d):[0-5]\d(?::[0-5]\d)?Z$/.exec(at) ?? []
  if (hour === undefined) return undefined
  if (days.size > maxDays) days.clear()
  if (!days.has(hour)) days.set(hour, dayOfHour(hour))
  return days.get(hour)
}

function dayOfHour(hour: string): string | undefined {
  const instant = Date.parse(`${hour}:00Z`)
  const isReal = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(hour)
  return isReal ? localDay(instant) : undefined
}

function textOf(item: JsonObject, field: string, line: Line): string {
  const value = item[field]
  if (value === undefined || value === null) throw new ConnectorError('missing-field', { line, field })
  if (typeof value !== 'string') throw new ConnectorError('bad-field', { line, field })
  return value
}

/** On one line, without tabs: so a play is a line of the day's. */
function nameOf(item: JsonObject, field: string, line: Line): string {
  const value = item[field] ?? ''
  if (typeof value !== 'string') throw new ConnectorError('bad-field', { line, field })
  if (value.length > maxNameLength)
    throw new ConnectorError('too-long', { line, field, limit: String(maxNameLength) })
  return value.replace(/\s+/g, ' ').trim()
}
