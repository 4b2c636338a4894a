import { VocabError } from './errors.ts'
import type { ListeningDay } from './generated/media.ts'

/** One play. */
export interface Play {
  /** The UTC instant of its end, to the minute or the second: `2026-03-01T07:02Z`. */
  readonly at: string
  /** Milliseconds played; 0 for what was skipped at once. */
  readonly ms: number
  /** The artist, the podcast or the book. */
  readonly creator: string
  readonly title: string
}

const line = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z) (\d{1,9}) ([^\t\n]+)\t([^\t\n]+)$/

/** The plays of a `tb:plays` literal. Throws VocabError `bad-values`. */
export function parsePlays(text: string): Play[] {
  return text.split('\n').map((said) => {
    const [, at, ms, creator, title] = line.exec(said) ?? []
    if (at === undefined || creator === undefined || title === undefined)
      throw new VocabError('bad-values', 'A line is not a play')
    return { at, ms: Number(ms), creator, title }
  })
}

/** The `tb:plays` literal of plays: creators and titles on one line, without tabs. */
export function formatPlays(plays: readonly Play[]): string {
  return plays.map(({ at, ms, creator, title }) => `${at} ${ms} ${creator}\t${title}`).join('\n')
}

/**
 * The plays of a local day and kind: of the record that says the whole day; of its parts together where none does.
 * What two parts say alike was played as often as the one that says it most often.
 *
 * @param records current versions of one day and one kind.
 */
export function playsOf(records: readonly ListeningDay[]): Play[] {
  const whole = records.find(isWhole)
  const counts = new Map<string, number>()
  for (const { plays } of whole === undefined ? records : [whole]) {
    const own = new Map<string, number>()
    for (const said of plays.split('\n')) own.set(said, (own.get(said) ?? 0) + 1)
    for (const [said, count] of own) counts.set(said, Math.max(count, counts.get(said) ?? 0))
  }
  const said = [...counts].flatMap(([one, count]) => new Array<string>(count).fill(one))
  return said.length === 0 ? [] : parsePlays(said.sort().join('\n'))
}

/** A part of a day has a longer key. */
function isWhole({ recordKey, kind, day }: ListeningDay): boolean {
  return recordKey === `${kind}/${day}`
}
