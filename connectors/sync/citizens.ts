import { readdir } from 'node:fs/promises'
import { addTo } from '#vocab/groups'
import { UsageError } from '../cli/io.ts'
import { readingsOf } from './file-pattern.ts'

/** A customer and their files, by name. */
export interface CitizenFiles {
  readonly customer: string
  readonly files: readonly string[]
}

export interface Found {
  /** Customers who have connected a pod. */
  readonly citizens: readonly CitizenFiles[]
  /** Files of nobody who has. */
  readonly notConnected: number
  /** Files whose names can be read in two ways, one of which is of who has: places in the folder, files alone, by name (UTF-16), from 1. */
  readonly ambiguous: readonly number[]
  /** What is not named as the pattern says. */
  readonly others: number
}

const mostFiles = 2_000_000

/**
 * Whose the files of a folder are, by the names of the customers who have connected a pod. A name of a file that can be read in
 * two ways is of nobody: the other way may be a customer who has not connected.
 *
 * @throws UsageError where there is no such folder, or no file in it is named so.
 */
export async function citizensIn(
  folder: string,
  pattern: string,
  connected: { has(customer: string): boolean },
): Promise<Found> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw noFolder(folder, error)
  })
  if (entries.length > mostFiles) {
    throw new UsageError({ fr: `Trop de fichiers dans ${folder}.`, en: `Too many files in ${folder}.` })
  }
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
  const readings = readingsOf(pattern)
  const byCustomer = new Map<string, string[]>()
  const ambiguous: number[] = []
  let notConnected = 0
  let named = 0
  for (const [at, file] of files.entries()) {
    const possible = readings(file)
    if (possible.length > 0) named += 1
    const customer = possible.find((one) => connected.has(one))
    // Who has not connected is not known here: a name that can be read in two ways may be theirs.
    if (customer !== undefined && possible.length > 1) ambiguous.push(at + 1)
    else if (customer !== undefined) addTo(byCustomer, customer, file)
    else if (possible.length > 0) notConnected += 1
  }
  if (named === 0 && files.length > 0) {
    throw new UsageError({
      fr: `Aucun fichier de ${folder} ne porte un nom comme « ${pattern} » (« files » de la configuration).`,
      en: `No file in ${folder} has a name as "${pattern}" ("files" of the configuration).`,
    })
  }
  const citizens = [...byCustomer]
    .map(([customer, own]) => ({ customer, files: own }))
    .sort((one, other) => (one.customer < other.customer ? -1 : 1))
  return { citizens, notConnected, ambiguous, others: entries.length - named }
}

function noFolder(path: string, error: unknown): UsageError {
  if ((error as { code?: unknown }).code === 'ENOTDIR')
    return new UsageError({
      fr: `${path} est un fichier ; il faut un dossier (« folder » de la configuration).`,
      en: `${path} is a file; a folder is needed ("folder" of the configuration).`,
    })
  return new UsageError({ fr: `Dossier introuvable : ${path}`, en: `No such folder: ${path}` })
}
