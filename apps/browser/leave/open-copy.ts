import { type Beside, type CopyManifest, manifestName, readCopyManifest } from '#vocab/archive/copy'
import { digest } from './digest.ts'
import { ArchiveRefusal } from './refusal.ts'
import { unfold, type ZipEntry, zipDirectory } from './zip-reader.ts'

/** An archive of which every file is what its manifest says. */
export interface OpenCopy {
  readonly manifest: CopyManifest
  /** @throws ArchiveRefusal `altered` */
  file(name: string): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Opens an archive and reads all of it, against the digests of its manifest.
 *
 * @param onProgress - Files read, and how many there are.
 * @throws ArchiveRefusal
 */
export async function openCopy(
  blob: Blob,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<OpenCopy> {
  const entries = await zipDirectory(blob)
  const said = entries.get(manifestName)
  if (!said) throw new ArchiveRefusal('not-a-copy')
  const manifest = readCopyManifest(new TextDecoder().decode(await unfold(blob, said)))
  if (!manifest) throw new ArchiveRefusal('not-a-copy', manifestName)
  const files = [...manifest.resources, ...manifest.beside].flatMap((it) =>
    it.file === undefined ? [] : [it as Beside],
  )
  for (const [at, it] of files.entries()) {
    await checked(blob, entries, it)
    onProgress(at + 1, files.length)
  }
  const byName = new Map(files.map((it) => [it.file, it]))
  return {
    manifest,
    file: (name) => {
      const it = byName.get(name)
      if (!it) throw new ArchiveRefusal('altered', name)
      return checked(blob, entries, it)
    },
  }
}

async function checked(
  blob: Blob,
  entries: ReadonlyMap<string, ZipEntry>,
  { file, sha256, size }: Beside,
): Promise<Uint8Array<ArrayBuffer>> {
  const entry = entries.get(file)
  if (!entry || entry.size !== size) throw new ArchiveRefusal('altered', file)
  const bytes = await unfold(blob, entry)
  if ((await digest(bytes)) !== sha256) throw new ArchiveRefusal('altered', file)
  return bytes
}
