import { unzipSync, zipSync } from 'fflate'
import type { Random } from '../random.ts'

/** One of its files is altered and all packed again, so that what reads the files is reached, past the checksums. */
export function insideArchive(
  file: Uint8Array,
  random: Random,
  alter: (inside: Uint8Array) => Uint8Array,
): Uint8Array {
  const files = unzipSync(file)
  const [first = '', ...rest] = Object.keys(files).sort()
  const name = random.pick([first, ...rest])
  files[name] = alter(files[name] ?? new Uint8Array()).slice()
  return zipSync(files, { level: 1 })
}
