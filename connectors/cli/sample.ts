import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bankSample } from '../bank/sample.ts'
import { electricitySample } from '../electricity/sample.ts'
import type { Lang } from '../errors.ts'
import { household } from '../household/household.ts'
import { type Sample, samplesOfYear } from '../household/samples.ts'
import { type Io, UsageError } from './io.ts'
import { Misused, unknownCommand } from './usage.ts'

export interface SampleFlags {
  readonly years?: string | undefined
  readonly until?: string | undefined
  readonly seed?: string | undefined
  readonly year?: string | undefined
  readonly into?: string | undefined
}

/** Prints a sample file for demonstrations and measurements, or writes those of a household into a folder. */
export async function sampleCommand(
  connector: string | undefined,
  flags: SampleFlags,
  { out, note, lang }: Io,
): Promise<number> {
  const seed = whole(flags.seed ?? '1', 0, 9999)
  const year = whole(flags.year ?? '2025', 2000, 2099)
  switch (connector) {
    case 'bank':
      out(bankSample({ years: whole(flags.years ?? '10', 1, 20), until: dayOf(flags.until), seed }))
      return 0
    case 'electricity':
      out(await electricitySample(year, flags.until === undefined ? undefined : dayOf(flags.until)))
      return 0
    case 'household':
      note(await writeHousehold(flags.into, seed, year, lang))
      return 0
    default:
      out(sampleOf(connector)({ seed, year }))
      return 0
  }
}

function sampleOf(connector: string | undefined): Sample {
  const sample = connector === undefined ? undefined : samplesOfYear.get(connector)
  if (sample !== undefined) return sample
  throw unknownCommand(connector === undefined ? 'sample' : `sample ${connector}`)
}

/** `<folder>/<connector>/<file>`. @returns what was written. */
async function writeHousehold(
  into: string | undefined,
  seed: number,
  year: number,
  lang: Lang,
): Promise<string> {
  if (into === undefined)
    throw new Misused({ fr: 'Il manque --into <dossier>.', en: '--into <folder> is missing.' })
  const files = await household({ seed, year })
  for (const { connector, name, bytes } of files) {
    await mkdir(join(into, connector), { recursive: true })
    await writeFile(join(into, connector, name), bytes)
  }
  return {
    fr: `${files.length} fichiers dans ${into}, un dossier par sorte de partenaire.`,
    en: `${files.length} files in ${into}, a folder for each kind of partner.`,
  }[lang]
}

function dayOf(until = '2026-10-31'): string {
  if (/^20\d\d-\d\d-\d\d$/.test(until) && !Number.isNaN(Date.parse(until))) return until
  throw new UsageError({
    fr: `Il faut un jour, comme --until 2026-10-31.`,
    en: `A day is needed, as in --until 2026-10-31.`,
  })
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
