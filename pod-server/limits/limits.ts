import { readFileSync } from 'node:fs'
import type { Bilingual } from '../bilingual.ts'
import type { Rate } from './Rates.ts'

/** What one may take of the server. */
export interface Limits {
  /** Requests of a client's address; of IPv6, of its network. */
  readonly address: Rate
  /** Of these, to register a client, to begin or to end a log-in, to change something of an account: each is written down. */
  readonly costly: Rate
  /** Requests of whoever has shown who they are, by one client. */
  readonly webId: Rate
  /** The same of a registered partner, unless it has a rate of its own: what it lets through does not count for its address. */
  readonly partner: Rate
  /** Bytes of the body of a request; a patch has 1 MiB at most. */
  readonly bodyBytes: number
  /** Bytes of the head of a request. */
  readonly headerBytes: number
  /** Seconds for a head to come. */
  readonly headSeconds: number
  /** Seconds for a request to come, with its body. */
  readonly requestSeconds: number
  /** Seconds for some of an answer to be taken; it is given up within twice as many. */
  readonly answerSeconds: number
  /** Connections of an address at the same time; of this machine, as many as it likes. */
  readonly socketsOfAddress: number
  /** Bytes that a new pod may take. */
  readonly podBytes: number
}

/** A citizen's fifteen partners write some 20 MB a year; 32 MiB come within 300 s at 1 Mbit/s. */
export const defaultLimits: Limits = {
  address: { perSecond: 100, burst: 1000 },
  costly: { perSecond: 1, burst: 60 },
  webId: { perSecond: 50, burst: 1000 },
  partner: { perSecond: 200, burst: 5000 },
  bodyBytes: 32 * 1024 * 1024,
  headerBytes: 16 * 1024,
  headSeconds: 20,
  requestSeconds: 300,
  answerSeconds: 30,
  socketsOfAddress: 256,
  podBytes: 1_000_000_000,
}

/** Of each, the least and the most, in whole numbers; below the least no browser and no app gets through. */
export const bounds: Readonly<
  Record<Exclude<keyof Limits, RateName>, readonly [least: number, most: number]>
> = {
  // With more, one could not be read: of one address so much is held at the same time.
  bodyBytes: [1 << 20, 64 << 20],
  headerBytes: [4096, 1 << 20],
  headSeconds: [1, 3600],
  requestSeconds: [1, 24 * 3600],
  answerSeconds: [1, 3600],
  socketsOfAddress: [8, 1_000_000],
  podBytes: [1 << 20, Number.MAX_SAFE_INTEGER],
}
type RateName = 'address' | 'costly' | 'webId' | 'partner'

/**
 * The limits of a JSON file, which names those that differ from the defaults.
 *
 * @param file - None: the defaults.
 * @param problems - What is wrong with it is added to these.
 */
export function readLimits(file: string | undefined, problems: Bilingual[]): Limits {
  if (!file) return defaultLimits
  const given = readObject(file)
  if (!given) {
    problems.push({
      fr: `--limits doit être un fichier JSON lisible, comme { "podBytes": 2000000000 }, pas « ${file} »`,
      en: `--limits must be a JSON file that can be read, as { "podBytes": 2000000000 }, not "${file}"`,
    })
    return defaultLimits
  }
  const limits = { ...defaultLimits, ...given } as Limits
  for (const [name, value] of Object.entries(given)) {
    const wanted = Object.hasOwn(defaultLimits, name) ? faultOf(name as keyof Limits, value) : unknown
    if (wanted)
      problems.push({
        fr: `dans --limits, ${name} ${wanted.fr}`,
        en: `in --limits, ${name} ${wanted.en}`,
      })
  }
  if (limits.requestSeconds < limits.headSeconds)
    problems.push({
      fr: 'dans --limits, requestSeconds doit être au moins headSeconds',
      en: 'in --limits, requestSeconds must be headSeconds at least',
    })
  return limits
}

const unknown: Bilingual = {
  fr: `n’est pas une limite (${Object.keys(defaultLimits).join(', ')})`,
  en: `is no limit (${Object.keys(defaultLimits).join(', ')})`,
}

function faultOf(name: keyof Limits, value: unknown): Bilingual | undefined {
  if (!Object.hasOwn(bounds, name)) return isRate(value) ? undefined : wrongRate
  const [least, most] = bounds[name as keyof typeof bounds]
  if (isWhole(value) && value >= least && value <= most) return undefined
  return {
    fr: `doit être un nombre entier, de ${least} à ${most}`,
    en: `must be a whole number, ${least} to ${most}`,
  }
}

const wrongRate: Bilingual = {
  fr: 'doit être comme { "perSecond": 100, "burst": 1000 } : perSecond plus de 0, burst un nombre entier, 1000000 au plus',
  en: 'must be as { "perSecond": 100, "burst": 1000 }: perSecond more than 0, burst a whole number, 1000000 at most',
}

const mostOfRate = 1_000_000

/** Whether something that was read is a rate. */
export function isRate(value: unknown): value is Rate {
  if (typeof value !== 'object' || value === null) return false
  const { perSecond, burst, ...rest } = value as Partial<Rate>
  if (typeof perSecond !== 'number' || !(perSecond > 0 && perSecond <= mostOfRate)) return false
  return isWhole(burst) && burst >= 1 && burst <= mostOfRate && Object.keys(rest).length === 0
}

/** `200/5000`: a second, and at once. @returns undefined for what is no rate. */
export function readRate(text: string): Rate | undefined {
  const [, perSecond, burst] = /^([\d.]+)\/(\d+)$/.exec(text) ?? []
  const rate = { perSecond: Number(perSecond), burst: Number(burst) }
  return isRate(rate) ? rate : undefined
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

function readObject(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Said by whoever asked.
  }
  return undefined
}
