import { zipSync } from 'fflate'
import { addDays } from '../../meters/day.ts'

export type Releve = Readonly<Record<string, unknown>>

/** A daily reading as GRDF tells it. */
export function daily(day: string, volume: number | null, more: Releve = {}): Releve {
  const isAbsent = volume === null
  return {
    journeeGaziere: day,
    dateDebutReleve: `${day}T06:00:00+00:00`,
    dateFinReleve: `${addDays(day, 1)}T06:00:00+00:00`,
    volumeBrutConsomme: volume,
    energieConsomme: isAbsent ? null : volume * 11,
    coeffConversion: isAbsent ? null : 11,
    qualificationReleve: isAbsent ? 'Absence de Données' : 'Mesuré',
    natureReleve: isAbsent ? null : 'Informative Journalier',
    ...more,
  }
}

/** A billed period, whose end is the day of the next reading. */
export function billed(from: string, to: string, volume: number, more: Releve = {}): Releve {
  return daily(from, volume, {
    journeeGaziere: null,
    dateFinReleve: `${to}T06:00:00+00:00`,
    natureReleve: 'Publiée',
    ...more,
  })
}

/** One reading a line: reading n (from 1) is on line n + 1. */
export function grdfJson(releves: readonly Releve[], pce = '00000000000001'): Uint8Array {
  const rows = releves.map((it) => JSON.stringify(it)).join(',\n')
  return Buffer.from(`{"${pce}": {"idPce": "${pce}", "releves": [\n${rows}\n]}}\n`)
}

/** The customer site's workbook: titles, a header in row 4, rows from row 5. */
export function grdfXlsx(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  exported = '24/11/2021',
  pce = '00000000000001',
): Uint8Array {
  const titles = [[`Export du ${exported}`], ['N° PCE :', pce], []]
  const cells = (texts: readonly string[]): string =>
    texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
  const sheet = [...titles, header, ...rows]
    .map((texts, at) => `<row r="${at + 1}">${cells(texts)}</row>`)
    .join('')
  const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`
  return zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from(xml) })
}
