import type { LogSource } from '../log/whole-log.ts'
import { WholeLog } from '../log/whole-log.ts'
import type { OpenCopy } from './open-copy.ts'

export interface CopiedLog {
  readonly holds: boolean
  readonly lines: number
}

/** Whether the access log of a copy follows from its first line to its head; undefined where there is none in it. */
export async function copiedLog(
  { manifest, file }: OpenCopy,
  parse: LogSource['parse'],
): Promise<CopiedLog | undefined> {
  const files = new Map(manifest.resources.map((it) => [manifest.pod + it.path, it.file]))
  files.set(`${manifest.pod}log/`, 'log-head.ttl')
  if (!manifest.beside.some((it) => it.file === 'log-head.ttl')) return undefined
  const turtle = async (url: string): Promise<string> =>
    new TextDecoder('utf-8', { fatal: true }).decode(await file(files.get(url) ?? url))
  try {
    const log = await WholeLog.begin({ turtle, parse }, manifest.pod)
    const { kind, count } = await log.verify(undefined, () => {})
    return { holds: kind !== 'broken', lines: count }
  } catch {
    // A day that is missing, or that nobody can read.
    return { holds: false, lines: 0 }
  }
}
