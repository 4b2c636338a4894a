import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Change, PodEngine, Stored } from '../engine/PodEngine.ts'
import { walk } from '../engine/walk.ts'
import { packBody, unpackBody } from '../storage/bytes.ts'
import { fileOf } from './names.ts'

/** What an export says of each resource, beside its file: enough to make it again. */
interface Entry {
  /** Below the pod; empty for the pod itself. */
  readonly path: string
  readonly container: boolean
  readonly contentType?: string
  /** N-Quads. */
  readonly metadata: string
  readonly modified: string
  readonly file?: string
  readonly sha256?: string
}

const manifestName = 'manifest.json'

/** Writes a pod into a folder: containers as folders, documents as files, and a manifest of them all. @returns how many. */
export async function exportPod(engine: PodEngine, pod: string, folder: string): Promise<number> {
  const root = await engine.get(pod)
  if (!root) throw new Error('no such pod')
  const entries: Entry[] = []
  await mkdir(folder)
  entries.push(await exportOne(engine, pod, root, folder))
  for await (const stored of walk(engine, pod)) entries.push(await exportOne(engine, pod, stored, folder))
  const manifest = { pod, exported: new Date().toISOString(), resources: entries }
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' })
  return entries.length
}

/** Makes a pod of an exported folder, in one commit. @throws when a file is not what the manifest says. */
export async function importPod(engine: PodEngine, pod: string, folder: string): Promise<number> {
  if (await engine.get(pod)) throw new Error('there is such a pod')
  const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as {
    pod: string
    resources: readonly Entry[]
  }
  if (manifest.pod !== pod) throw new Error(`it is the pod ${manifest.pod}: its documents name it`)
  const changes: Change[] = []
  for (const entry of manifest.resources) changes.push(await importOne(pod, entry, folder))
  await engine.commit({ changes, expect: [{ path: pod, version: 0 }] })
  return changes.length
}

async function exportOne(engine: PodEngine, pod: string, stored: Stored, folder: string): Promise<Entry> {
  const { path, isContainer, contentType, metadata, modified, version, encoding } = stored
  const said = {
    path: path.slice(pod.length + 1),
    container: isContainer,
    metadata,
    modified: new Date(modified).toISOString(),
  }
  const file = fileOf(path, contentType)
  if (isContainer) {
    if (file !== '') await mkdir(join(folder, file))
    return said
  }
  const body = await engine.body(path, version)
  // Somebody has written since it was listed: what is there now is as good.
  if (!body) return exportOne(engine, pod, (await engine.get(path)) ?? stored, folder)
  const bytes = await unpackBody(body, encoding)
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), bytes, { flag: 'wx' })
  return { ...said, ...(contentType ? { contentType } : {}), file, sha256: digest(bytes) }
}

async function importOne(pod: string, entry: Entry, folder: string): Promise<Change> {
  const path = entry.path === '' ? pod : `${pod}/${entry.path}`
  const { metadata, contentType = 'application/octet-stream' } = entry
  if (entry.container) return { kind: 'put-container', path, metadata }
  const bytes = await readFile(join(folder, fileOf(path, entry.contentType)))
  if (digest(bytes) !== entry.sha256) throw new Error(`${entry.file} is not what the manifest says`)
  return { kind: 'put-document', path, contentType, metadata, ...(await packBody(bytes, contentType)) }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
