/** What a client wants, by media range (RFC 9110 §12.5.1): weights from 0 to 1. */
export type Wanted = ReadonlyMap<string, number>

const range = /^\s*([\w.+*-]+\/[\w.+*-]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i
const gzip = /(?:^|,)\s*gzip\s*((?:;\s*q=[01](?:\.\d{0,3})?\s*)?)(?:,|$)/i
const anyCoding = /(?:^|,)\s*\*\s*((?:;\s*q=[01](?:\.\d{0,3})?\s*)?)(?:,|$)/i
const anything: Wanted = new Map([['*/*', 1]])

/** Pure. @returns undefined for what is written in an unusual way. */
export function readAccept(header: string | undefined): Wanted | undefined {
  if (header === undefined || header.trim() === '') return anything
  const wanted = new Map<string, number>()
  for (const part of header.split(',')) {
    const [, type, weight] = range.exec(part) ?? []
    if (!type) return undefined
    wanted.set(type.toLowerCase(), weight === undefined ? 1 : Number(weight))
  }
  return wanted
}

/** How much a type is wanted: the most specific range says. */
export function weightOf(type: string, wanted: Wanted): number {
  const main = type.slice(0, type.indexOf('/'))
  return wanted.get(type) ?? wanted.get(`${main}/*`) ?? wanted.get('*/*') ?? 0
}

/** The one type that is wanted most, if it is said by its full name. */
export function bestOf(wanted: Wanted): string | undefined {
  const most = Math.max(...wanted.values())
  const [best, ...others] = [...wanted].filter(([, weight]) => weight > 0 && weight > most - 0.01)
  return best && others.length === 0 && !best[0].includes('*') ? best[0] : undefined
}

/** Whether nothing is wanted more than a type. */
export const isBest = (type: string, wanted: Wanted): boolean =>
  weightOf(type, wanted) > 0 && weightOf(type, wanted) >= Math.max(...wanted.values()) - 0.01

/** Whether a client takes a body that is packed (RFC 9110 §12.5.3). */
export function takesGzip(header: unknown): boolean {
  if (typeof header !== 'string') return false
  const [, weight] = gzip.exec(header) ?? anyCoding.exec(header) ?? []
  return weight !== undefined && Number(weight.replace(/^.*=/s, '') || 1) > 0
}
