import { readdir } from 'node:fs/promises'
import { UsageError } from '../cli/io.ts'
import { customerIn } from './file-pattern.ts'

/** A customer and their files, by name. */
export interface CitizenFiles {
  readonly customer: string
  readonly files: readonly string[]
}

export interface Found {
  readonly citizens: readonly CitizenFiles[]
  /** Files whose names are not as the pattern says. */
  readonly others: number
}

const mostFiles = 2_000_000

/** @throws UsageError where there is no such folder. */
export async function citizensIn(folder: string, pattern: string): Promise<Found> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new UsageError({ fr: `Dossier introuvable : ${folder}`, en: `No such folder: ${folder}` })
  })
  if (entries.length > mostFiles) {
    throw new UsageError({ fr: `Trop de fichiers dans ${folder}.`, en: `Too many files in ${folder}.` })
  }
  const customerOf = customerIn(pattern)
  const byCustomer = new Map<string, string[]>()
  let others = 0
  for (const entry of entries) {
    const customer = entry.isFile() ? customerOf(entry.name) : undefined
    if (customer === undefined) others += 1
    else byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), entry.name])
  }
  if (byCustomer.size === 0 && entries.some((entry) => entry.isFile())) {
    throw new UsageError({
      fr: `Aucun fichier de ${folder} ne porte un nom comme « ${pattern} » (« files » de la configuration).`,
      en: `No file in ${folder} has a name as "${pattern}" ("files" of the configuration).`,
    })
  }
  const citizens = [...byCustomer].map(([customer, files]) => ({ customer, files: files.sort() }))
  return { citizens: citizens.sort((one, other) => (one.customer < other.customer ? -1 : 1)), others }
}
