import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The SHA-256 of each file of an app as it was built, in hex, by its name in the app: `/assets/x.js`. */
export type Pins = ReadonlyMap<string, string>

/** A file that is not what was built. */
export interface Difference {
  readonly name: string
  readonly is: 'changed' | 'missing' | 'not-of-the-build'
}

/** Written by the build into `dist/apps`; `sha256sum -c` reads it too. */
export const pinsFile = 'SHA256SUMS'

/** What the build says of all apps; nothing where it says nothing. */
export async function readPins(folder: string): Promise<ReadonlyMap<string, Pins>> {
  return parsePins(await readFile(join(folder, pinsFile), 'utf8').catch(() => ''))
}

/** By app. A line that is none of ours pins nothing: its file is then not of the build. */
export function parsePins(text: string): ReadonlyMap<string, Pins> {
  const apps = new Map<string, Map<string, string>>()
  for (const line of text.split('\n')) {
    const [, hash, app, name] = /^([0-9a-f]{64}) {2}([^/]+)(\/.+)$/.exec(line) ?? []
    if (hash === undefined || app === undefined || name === undefined) continue
    const pins = apps.get(app) ?? new Map<string, string>()
    apps.set(app, pins.set(name, hash))
  }
  return apps
}

/** In which files an app is not what was built. Of an app without pins that is each file. */
export function differences(
  pins: Pins | undefined,
  files: ReadonlyMap<string, Uint8Array>,
): readonly Difference[] {
  const found: Difference[] = []
  for (const [name, bytes] of files) {
    const pin = pins?.get(name)
    if (pin === undefined) found.push({ name, is: 'not-of-the-build' })
    else if (pin !== createHash('sha256').update(bytes).digest('hex')) found.push({ name, is: 'changed' })
  }
  for (const name of pins?.keys() ?? []) if (!files.has(name)) found.push({ name, is: 'missing' })
  return found
}

/** One name for all that an app is: `grep ' budget/' SHA256SUMS | sha256sum | cut -c-12`. */
export function appVersion(app: string, pins: Pins): string {
  const lines = [...pins].map(([name, hash]) => `${hash}  ${app}${name}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 12)
}
