import { weightOf } from '../hot/accept.ts'

const range = /^\s*([\w.+*-]+\/[\w.+*-]+)\s*(;.*)?$/s
const quality = /;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)/i

/**
 * The type that a client wants most, of those that there are (RFC 9110 §12.5.1); the first of them where it does not
 * mind. Other parameters than the weight say nothing here, and what a
 * comma in quotes leaves is no range. Pure. @returns undefined where it wants none of them.
 */
export function chosenForm<T extends string>(
  header: string | undefined,
  offered: readonly [T, ...T[]],
): T | undefined {
  if (header === undefined || header.trim() === '') return offered[0]
  const wanted = new Map<string, number>()
  for (const text of header.split(',')) {
    const [, type, parameters = ''] = range.exec(text) ?? []
    if (type) wanted.set(type.toLowerCase(), Number(quality.exec(parameters)?.[1] ?? 1))
  }
  const weights = offered.map((it) => weightOf(it, wanted))
  const most = Math.max(...weights)
  return most > 0 ? offered[weights.indexOf(most)] : undefined
}
