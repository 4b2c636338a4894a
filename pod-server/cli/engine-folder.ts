import { existsSync } from 'node:fs'
import { PodError, type PodErrorCode } from '../errors.ts'
import { engineFile } from '../server/engine-file.ts'

/** @throws PodError `not-found` where there are no pods. */
export function engineOf(dataFolder: string): string {
  const file = engineFile(dataFolder)
  if (!existsSync(file)) throw failure('not-found', dataFolder, 'ne contient aucun pod', 'holds no pods')
  return file
}

/** Says in a sentence why something about a file could not be done. */
export async function doing<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw failure('storage-failed', what, `: ${why}`, `: ${why}`, cause)
  }
}

export const failure = (
  code: PodErrorCode,
  what: string,
  fr: string,
  en: string,
  cause?: unknown,
): PodError => new PodError(code, { fr: `${what} ${fr}`, en: `${what} ${en}` }, { cause })
