import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copyFormat } from '#vocab/archive/copy'
import { citizensCopy, notAnExport, otherAddress, otherFormat, otherPod } from './refusals.ts'

/** Counted up when a folder of before could not be read as one of now. */
export const format = 1
export const manifestName = 'manifest.json'
/** The files of a pod are below, so that none of them is in the manifest's way. */
export const filesName = 'files'

/** What an export says of each resource, beside its file: enough to make it again. */
export interface Entry {
  /** Below the pod; empty for the pod itself. */
  readonly path: string
  readonly container: boolean
  readonly contentType?: string
  /** N-Quads. */
  readonly metadata: string
  readonly modified: string
  /** Below `files/`. */
  readonly file?: string
  readonly sha256?: string
}

export interface Manifest {
  readonly format: typeof format
  /** Of the server that it comes from, with its slash: every document names it. */
  readonly address: string
  readonly pod: string
  /** ISO 8601, UTC. */
  readonly exported: string
  readonly resources: readonly Entry[]
}

/** @throws PodError `not-an-export`, `other-address`, for a folder that is not this pod of the server at `address`. */
export async function openExport(folder: string, pod: string, address: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if (manifest.pod !== pod) throw otherPod(folder, manifest.pod, pod)
  if (manifest.address !== address) throw otherAddress(folder, manifest.address, address)
  return manifest
}

/** @throws PodError `not-an-export`; what the file system says where there is no such folder. */
async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EACCES' ? cause : notAnExport(folder, cause)
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw notAnExport(folder, cause)
  }
  if (!isRecord(value)) throw notAnExport(folder)
  if (value['format'] === copyFormat) throw citizensCopy(folder)
  if (value['format'] !== format) throw otherFormat(folder, value['format'])
  const { address, pod, resources } = value
  if (typeof address !== 'string' || typeof pod !== 'string') throw notAnExport(folder)
  if (!Array.isArray(resources) || !resources.every(isEntry)) throw notAnExport(folder)
  return value as unknown as Manifest
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false
  const { path, container, metadata, contentType, file, sha256 } = value
  const maybe = [contentType, file, sha256]
  return (
    typeof path === 'string' &&
    typeof container === 'boolean' &&
    typeof metadata === 'string' &&
    maybe.every((it) => it === undefined || typeof it === 'string')
  )
}
