import { createHash } from 'node:crypto'
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { parseContentType } from '@solid/community-server'
import { Parser } from 'n3'
import type { Change, PodEngine, Stored } from '../engine/PodEngine.ts'
import { walk } from '../engine/walk.ts'
import { isAddress } from '../server/AddressLimit.ts'
import { packBody, unpackBody } from '../storage/bytes.ts'
import { assertRdf } from '../storage/rdf/assert-rdf.ts'
import { Places } from './Places.ts'

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
/** The files of a pod are below, so that none of them is in the manifest's way. */
const filesName = 'files'

/** Writes a pod into a new folder: containers as folders, documents as files, and a manifest of them all. @returns how many. */
export async function exportPod(engine: PodEngine, pod: string, folder: string): Promise<number> {
  const root = await engine.get(pod)
  if (!root) throw new Error('no such pod')
  const entries: Entry[] = []
  const places = new Places(pod)
  await mkdir(folder)
  await mkdir(join(folder, filesName))
  entries.push({ ...said(pod, root) })
  for await (const stored of walk(engine, pod)) {
    const entry = await exportOne(engine, pod, stored, places, join(folder, filesName))
    if (entry) entries.push(entry)
  }
  const manifest = { pod, exported: new Date().toISOString(), resources: entries }
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' })
  return entries.length
}

/** Makes a pod of an exported folder, in one commit. @throws when an entry is not what the server itself would have stored. */
export async function importPod(
  engine: PodEngine,
  pod: string,
  folder: string,
  baseUrl: string,
): Promise<number> {
  if (await engine.get(pod)) throw new Error('there is such a pod')
  const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as {
    pod: string
    resources: readonly Entry[]
  }
  if (manifest.pod !== pod) throw new Error(`it is the pod ${manifest.pod}: its documents name it`)
  const files = await realpath(join(folder, filesName))
  const changes: Change[] = []
  for (const entry of manifest.resources) changes.push(await importOne(pod, entry, files, baseUrl))
  await engine.commit({ changes, expect: [{ path: pod, version: 0 }] })
  return changes.length
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

async function importOne(pod: string, entry: Entry, files: string, baseUrl: string): Promise<Change> {
  const path = entry.path === '' ? pod : `${pod}/${entry.path}`
  const { metadata, contentType = 'application/octet-stream', file = '' } = entry
  if (!isAddress(`/${path}`) || /(^|\/)\.{0,2}(\/|$)/.test(path)) throw new Error(`${path} is no address`)
  new Parser({ format: 'N-Quads' }).parse(metadata)
  if (entry.container) return { kind: 'put-container', path, metadata }
  const at = await realpath(join(files, file))
  if (!at.startsWith(`${files}${sep}`)) throw new Error(`${file} is outside of the folder`)
  const bytes = await readFile(at)
  if (digest(bytes) !== entry.sha256) throw new Error(`${file} is not what the manifest says`)
  parseContentType(contentType)
  await assertRdf(bytes, contentType, `${baseUrl}${path}`)
  return { kind: 'put-document', path, contentType, metadata, ...(await packBody(bytes, contentType)) }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
