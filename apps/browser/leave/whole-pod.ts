import { mostResources } from '#vocab/archive/copy'
import { PodFailure } from '../../shared/pod/failure.ts'
import type { Entry } from '../../shared/pod/parse-listing.ts'

const deepest = 40

/**
 * All that is in a pod: containers before what is in them, nothing left out. What would not open is told, for a copy that
 * lacks it is none.
 *
 * @throws PodFailure
 */
export async function wholePod(
  list: (container: string) => Promise<readonly Entry[]>,
  pod: string,
  onFound: (count: number) => void = () => {},
): Promise<Entry[]> {
  const all: Entry[] = []
  const log = `${pod}log/`
  // Which its server keeps without listing it, once something has happened.
  const hasLog = await list(log).then(
    () => true,
    (error: unknown) => {
      if (error instanceof PodFailure && error.kind === 'missing') return false
      throw error
    },
  )
  if (hasLog) all.push({ url: log, isContainer: true })
  let level = hasLog ? [pod, log] : [pod]
  for (let depth = 0; level.length > 0; depth++) {
    const below: string[] = []
    for (const container of level) {
      for (const entry of await list(container)) {
        if (entry.url === log) continue
        all.push(entry)
        if (entry.isContainer) below.push(entry.url)
      }
      onFound(all.length)
      if (all.length > mostResources || depth > deepest) throw new PodFailure('too-large', pod)
    }
    level = below
  }
  return all
}
