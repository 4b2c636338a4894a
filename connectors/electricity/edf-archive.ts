import { ConnectorError } from '../errors.ts'
import { decode } from '../formats/decode.ts'
import { unzip } from '../formats/zip.ts'
import { readEdfPowers } from './edf-powers.ts'
import { readEdfDays, readEdfIndexes, readEdfMonths } from './edf-tables.ts'
import type { ElectricityRow } from './row.ts'

type Reader = (text: string, contract: string) => ElectricityRow[]

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['mes-puissances-atteintes-30min', readEdfPowers],
  ['mes-index-elec', readEdfIndexes],
  ['ma-conso-quotidienne', readEdfDays],
  ['ma-conso-mensuelle', readEdfMonths],
])

/** The file's kind and the contract's number, of `mes-index-elec-<contract>-<postal code>.csv`, in any folder. */
const entryName =
  /(?:^|\/)(mes-puissances-atteintes-30min|mes-index-elec|ma-conso-quotidienne|ma-conso-mensuelle)(?:-(\d{6,20})-\d{4,5})?\.csv$/

/** Whether the names of an archive's files are those of EDF's electricity (its gas archive has the consumption alone). */
export function isEdfArchive(names: readonly string[]): boolean {
  return names.some((name) => /^mes-/.test(entryName.exec(name)?.[1] ?? ''))
}

/**
 * Reads the archive that EDF's customer site gives: half-hours, indexes, days and months, each a series of its own. The meter is
 * named by the contract's number, which stands in the files' names alone.
 *
 * @throws ConnectorError with the line within the file.
 */
export function readEdfArchive(bytes: Uint8Array): ElectricityRow[] {
  const files = unzip(bytes, (name) => entryName.test(name))
  const contracts = new Set([...files.keys()].map((name) => entryName.exec(name)?.[2]))
  const kinds = [...files.keys()].map((name) => entryName.exec(name)?.[1])
  const [contract] = contracts
  if (contract === undefined) throw new ConnectorError('missing-field', { field: 'mes-index-elec-<contrat>' })
  if (contracts.size > 1 || new Set(kinds).size < kinds.length) throw new ConnectorError('unsupported')
  return [...files].flatMap(([name, file]) => {
    const read = readers.get(entryName.exec(name)?.[1] ?? '')
    return file.length === 0 || read === undefined ? [] : read(decode(file), contract)
  })
}
