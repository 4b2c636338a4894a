import { stat } from 'node:fs/promises'
import type { Bilingual } from '../errors.ts'
import { UsageError } from './io.ts'

const nothingMore: Bilingual = { fr: '', en: '' }

/**
 * The size of a file, in bytes. `ofFolders`: what is for a folder, said where one stands in its place.
 *
 * @throws UsageError where there is no such file.
 */
export async function sizeOf(path: string, ofFolders: Bilingual = nothingMore): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) return found.size
  if (found?.isDirectory())
    throw new UsageError({
      fr: `${path} est un dossier ; il faut un fichier.${ofFolders.fr}`,
      en: `${path} is a folder; a file is needed.${ofFolders.en}`,
    })
  throw new UsageError({ fr: `Fichier introuvable : ${path}`, en: `No such file: ${path}` })
}
