import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { parseContentType } from '@solid/community-server'
import { Parser } from 'n3'
import { accountChanges } from '../accounts/account-records.ts'
import type { NewCitizen } from '../accounts/citizens.ts'
import { wasErased } from '../engine/erased-names.ts'
import { EngineError } from '../engine/errors.ts'
import type { Change, PodEngine } from '../engine/PodEngine.ts'
import { parentOf } from '../engine/path.ts'
import { hashOf } from '../passwords/scrypt-hash.ts'
import { isStorable } from '../server/address.ts'
import { packBody } from '../storage/bytes.ts'
import { check } from '../storage/rdf/check.ts'
import { digest } from './export-pod.ts'
import { type Entry, filesName, type Manifest } from './manifest.ts'
import { notAnExport, notAsExported, podExists, podTooLarge } from './refusals.ts'

/**
 * Makes a pod of an exported folder, and an account for its citizen, in one commit: never one without the other.
 *
 * @returns what was left out: of names that no address can have, which older servers took.
 * @throws PodError `already-exists`, `not-an-export`, `storage-failed`; nothing is then made.
 */
export async function importPod(
  engine: PodEngine,
  folder: string,
  manifest: Manifest,
  citizen: NewCitizen,
): Promise<readonly Entry[]> {
  const { pod, address } = manifest
  if ((await engine.get(pod)) || (await wasErased(engine, pod))) throw podExists(pod)
  const { name, email, password } = citizen
  // CSS leaves out the spaces at both ends.
  const hash = await hashOf(password.trim())
  const account = await accountChanges(engine, address, { name, email, hash })
  const leftOut = manifest.resources.filter((entry) => isNameless(pathOf(pod, entry)))
  const resources = manifest.resources.filter((entry) => !leftOut.includes(entry))
  const changes = await changesOf(folder, { ...manifest, resources })
  try {
    await engine.commit({ changes: [...changes, ...account], expect: [{ path: pod, version: 0 }] })
  } catch (cause) {
    if (cause instanceof EngineError && cause.code === 'over-quota') throw podTooLarge(pod, cause)
    throw cause
  }
  return leftOut
}

const pathOf = (pod: string, { path }: Entry): string => (path === '' ? pod : `${pod}/${path}`)

/** Whether a path could be no address for its last name alone; below such a name there was never anything. */
const isNameless = (path: string): boolean => !isStorable(path) && isStorable(parentOf(path) ?? '')

/** What makes the pod of an exported folder. @throws PodError `not-an-export` for an entry that the server would not have stored so. */
async function changesOf(folder: string, { pod, address, resources }: Manifest): Promise<Change[]> {
  const files = await realpath(join(folder, filesName)).catch((cause: unknown) => {
    throw notAnExport(folder, cause)
  })
  const changes: Change[] = []
  for (const entry of resources) {
    try {
      changes.push(await changeOf(pod, entry, files, address))
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EACCES') throw cause
      throw notAsExported(folder, entry.file ?? (entry.path || pod), cause)
    }
  }
  return changes
}

async function changeOf(pod: string, entry: Entry, files: string, address: string): Promise<Change> {
  const path = pathOf(pod, entry)
  const { metadata, contentType = 'application/octet-stream', file = '' } = entry
  if (!isStorable(path)) throw new Error('no address')
  new Parser({ format: 'N-Quads' }).parse(metadata)
  if (entry.container) return { kind: 'put-container', path, metadata }
  const at = await realpath(join(files, file))
  if (!at.startsWith(`${files}${sep}`)) throw new Error('outside of the folder')
  const bytes = await readFile(at)
  if (digest(bytes) !== entry.sha256) throw new Error('other bytes')
  const { value: type } = parseContentType(contentType)
  // Here nobody waits for it: it takes the time it takes.
  const fault = await check(bytes, type.toLowerCase(), `${address}${path}`)
  if (fault) throw new Error(fault.reason)
  return { kind: 'put-document', path, contentType, metadata, ...(await packBody(bytes, contentType)) }
}
