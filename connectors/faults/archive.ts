import { unzipSync, zipSync } from 'fflate'
import type { Random } from '../random.ts'

/** One of its files is altered and all packed again, so that what reads the files is reached, past the checksums. */
export function insideArchive(
  file: Uint8Array,
  random: Random,
  alter: (inside: Uint8Array) => Uint8Array,
): Uint8Array {
  const files = unzipSync(file)
  const name = likely(files, random)
  files[name] = alter(files[name] ?? new Uint8Array()).slice()
  return zipSync(files, { level: 1 })
}

/** One of its files, the larger the likelier: the small ones say how the others are packed, and nobody reads them. */
function likely(files: Readonly<Record<string, Uint8Array>>, random: Random): string {
  const names = Object.keys(files).sort()
  let left = random.between(
    0,
    names.reduce((sum, name) => sum + (files[name]?.length ?? 0), 0),
  )
  for (const name of names) {
    left -= files[name]?.length ?? 0
    if (left <= 0) return name
  }
  return names[0] ?? ''
}
