import { bankSample } from '../bank/sample.ts'
import { electricitySample } from '../electricity/sample.ts'
import { type Io, UsageError } from './io.ts'
import { unknownCommand } from './usage.ts'

export interface SampleFlags {
  readonly years?: string | undefined
  readonly until?: string | undefined
  readonly seed?: string | undefined
  readonly year?: string | undefined
}

/** Prints a sample file for demonstrations and measurements. */
export async function sampleCommand(
  connector: string | undefined,
  flags: SampleFlags,
  { out }: Io,
): Promise<number> {
  switch (connector) {
    case 'bank': {
      const until = flags.until ?? '2026-10-31'
      if (!/^20\d\d-\d\d-\d\d$/.test(until) || Number.isNaN(Date.parse(until))) {
        throw new UsageError({
          fr: `Il faut un jour, comme --until 2026-10-31.`,
          en: `A day is needed, as in --until 2026-10-31.`,
        })
      }
      out(
        bankSample({
          years: whole(flags.years ?? '10', 1, 20),
          until,
          seed: whole(flags.seed ?? '1', 0, 9999),
        }),
      )
      return 0
    }
    case 'electricity':
      out(await electricitySample(whole(flags.year ?? '2025', 2000, 2099)))
      return 0
    default:
      throw unknownCommand(connector === undefined ? 'sample' : `sample ${connector}`)
  }
}

function whole(text: string, from: number, to: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= from && number <= to)) {
    throw new UsageError({
      fr: `Il faut un nombre entier de ${from} à ${to}.`,
      en: `A whole number from ${from} to ${to} is needed.`,
    })
  }
  return number
}
