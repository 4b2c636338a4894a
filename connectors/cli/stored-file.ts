import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import type { Bilingual } from '../errors.ts'
import { maxFileBytes } from '../formats/decode.ts'
import type { StoredFile } from '../runner/read-rows.ts'
import { sizeOf } from './plain-file.ts'

const headBytes = 64 * 1024

const ofFolders: Bilingual = {
  fr: ' traboule-connect sync envoie ceux d’un dossier, à tous vos clients.',
  en: ' traboule-connect sync sends those of a folder, to all your customers.',
}

/** A file of the disk, of which only the beginning is read yet. @throws UsageError when there is no such file. */
export async function storedFile(path: string): Promise<StoredFile> {
  const size = await sizeOf(path, ofFolders)
  return {
    size,
    head: await headOf(path, Math.min(size, headBytes)),
    bytes: () => readFile(path),
    chunks: () => createReadStream(path, { highWaterMark: headBytes }),
    sha256: async () => {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(path, { highWaterMark: headBytes })) hash.update(chunk)
      return hash.digest('hex')
    },
  }
}

/** What a file is recognised by: all of it, or its beginning where it is large (an archive has its list at the end). */
export async function beginning({ size, head, bytes }: StoredFile): Promise<Uint8Array> {
  return size <= maxFileBytes ? bytes() : head
}

async function headOf(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
