import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

/** The bytes of `traboule-connect sample …` as they are: a French bank writes windows-1252. */
export function sampleOf(sample: readonly string[]): Buffer {
  const command = join(packageRoot, 'bin/traboule-connect.js')
  return execFileSync(process.execPath, [command, 'sample', ...sample], { maxBuffer: 64 * 1024 * 1024 })
}
