import { type ListeningDay, writeListeningDay } from '#vocab/generated/media'
import { formatPlays } from '#vocab/listening'
import type { MapContext, Mapped, Notice } from '../connector.ts'
import { Documents } from '../Documents.ts'
import { ConnectorError } from '../errors.ts'
import { podNode } from '../pod-node.ts'
import type { PlayRow } from './play.ts'

/** One document a month; in it one node for each local day and kind. */
export function mapMedia(rows: readonly PlayRow[], { container }: MapContext): Mapped {
  if (rows.length === 0) throw new ConnectorError('empty')
  const isNamed = ({ creator, title }: PlayRow): boolean => creator !== '' && title !== ''
  const shown = rows.filter((row) => !row.isPrivate)
  const all = rows.map(({ day }) => day).sort()
  const edges = new Set([all[0], all.at(-1)])
  const months = new Documents()
  for (const plays of byDay(shown.filter(isNamed))) {
    const [first] = plays
    const url = `${container}${first.day.slice(0, 7)}.ttl`
    const node = podNode(url, listeningDay(plays, first, edges.has(first.day)), writeListeningDay, first.line)
    months.add(url, node)
  }
  const notices = [
    ...noticeOf('private-session', rows.length - shown.length),
    ...noticeOf('without-name', shown.filter((row) => !isNamed(row)).length),
  ]
  return { documents: months.sorted(), notices }
}

function byDay(rows: readonly PlayRow[]): Iterable<[PlayRow, ...PlayRow[]]> {
  const days = new Map<string, [PlayRow, ...PlayRow[]]>()
  for (const row of rows) {
    const key = `${row.day}/${row.kind}`
    const day = days.get(key)
    if (day === undefined) days.set(key, [row])
    else day.push(row)
  }
  return days.values()
}

/**
 * The file's first and last days may go on in another file: each is a part of its day, a record of its own whose key
 * says from when to when.
 */
function listeningDay(plays: readonly PlayRow[], { kind, day }: PlayRow, isEdge: boolean): ListeningDay {
  const ordered = [...plays].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const part = isEdge ? `/${ordered[0]?.at}-${ordered.at(-1)?.at}` : ''
  const ms = ordered.reduce((sum, play) => sum + play.ms, 0)
  return {
    recordKey: `${kind}/${day}${part}`,
    day,
    kind,
    count: ordered.length,
    seconds: ms / 1000,
    plays: formatPlays(ordered),
  }
}

const texts = {
  'private-session': {
    fr: 'Écoutes en session privée, laissées de côté.',
    en: 'Plays of private sessions, left out.',
  },
  'without-name': {
    fr: 'Écoutes dont le fichier ne dit pas le nom, laissées de côté.',
    en: 'Plays that the file does not name, left out.',
  },
} as const

function noticeOf(code: keyof typeof texts, count: number): Notice[] {
  return count === 0 ? [] : [{ code, count, text: texts[code] }]
}
