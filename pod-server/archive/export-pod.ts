import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Places } from '#vocab/archive/Places'
import type { PodEngine, Stored } from '../engine/PodEngine.ts'
import { walk } from '../engine/walk.ts'
import { unpackBody } from '../storage/bytes.ts'
import { type Entry, filesName, format, type Manifest, manifestName } from './manifest.ts'
import { readMe } from './read-me.ts'
import { noPod } from './refusals.ts'

/**
 * Writes a pod into a new folder: containers as folders, documents as files, a page that explains them, and at the very
 * end the manifest of them all, without which the folder does not come back. `address`: of the server, with its slash.
 *
 * @returns how many resources. @throws PodError `not-found`; what the file system says: the folder is then removed.
 */
export async function exportPod(
  engine: PodEngine,
  pod: string,
  folder: string,
  address: string,
): Promise<number> {
  const root = await engine.get(pod)
  if (pod === '' || pod.includes('/') || !root) throw noPod(pod)
  await mkdir(folder)
  try {
    const resources = await exportAll(engine, pod, root, join(folder, filesName))
    const manifest: Manifest = { format, address, pod, exported: new Date().toISOString(), resources }
    for (const [name, text] of Object.entries(readMe(manifest))) await writeFile(join(folder, name), text)
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
    return resources.length
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function exportAll(engine: PodEngine, pod: string, root: Stored, files: string): Promise<Entry[]> {
  const entries = [said(pod, root)]
  const places = new Places(pod)
  await mkdir(files)
  for await (const stored of walk(engine, pod)) {
    const entry = await exportOne(engine, pod, stored, places, files)
    if (entry) entries.push(entry)
  }
  return entries
}

function said(pod: string, { path, isContainer, metadata, modified }: Stored): Entry {
  return {
    path: path.slice(pod.length + 1),
    container: isContainer,
    metadata,
    modified: new Date(modified).toISOString(),
  }
}

async function exportOne(
  engine: PodEngine,
  pod: string,
  stored: Stored,
  places: Places,
  folder: string,
): Promise<Entry | undefined> {
  const { path, isContainer, contentType, version, encoding } = stored
  if (isContainer) {
    await mkdir(join(folder, places.of(path, true, undefined)))
    return said(pod, stored)
  }
  const body = await engine.body(path, version)
  if (!body) {
    // Somebody has written since it was listed: what is there now is as good.
    const now = await engine.get(path)
    return now && !now.isContainer ? exportOne(engine, pod, now, places, folder) : undefined
  }
  const bytes = await unpackBody(body, encoding)
  const file = places.of(path, false, contentType)
  await writeFile(join(folder, file), bytes, { flag: 'wx' })
  return { ...said(pod, stored), ...(contentType ? { contentType } : {}), file, sha256: digest(bytes) }
}

/** Hexadecimal SHA-256. */
export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
