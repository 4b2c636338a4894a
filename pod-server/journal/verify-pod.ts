import type { Mark } from '#vocab/journal/chain'
import { type Verified, Verifier } from '#vocab/journal/verify'
import type { Journals } from '../engine/Journals.ts'

/** Lines read at a time. */
const atOnce = 2000

/**
 * Verifies the journal of a pod as the engine has it, while a server goes on writing into it.
 *
 * @param taken - Marks that were kept elsewhere. @returns undefined where there is none.
 */
export async function verifyPod(
  journals: Journals,
  pod: string,
  taken: readonly Mark[] = [],
): Promise<Verified | undefined> {
  const bounds = await journals.bounds(pod)
  if (!bounds) return undefined
  // A journal is here by its first line.
  const first = bounds.head.number === 0 ? [{ number: 1, hash: new Uint8Array() }] : []
  const verifier = new Verifier(bounds, [...taken, ...first])
  // Below what is forgotten, too: no line was ever there.
  let next = Number.MIN_SAFE_INTEGER
  for (;;) {
    const lines = await journals.lines(pod, next, atOnce)
    for (const line of lines) {
      // What has come since is not what was asked about; what nobody has counted is.
      if (line.number > bounds.head.number && (await hasGrown(journals, pod, bounds.head)))
        return verifier.end()
      verifier.line(line)
    }
    if (lines.length < atOnce) return verifier.end()
    next = (lines.at(-1)?.number ?? next) + 1
  }
}

const hasGrown = async (journals: Journals, pod: string, { number }: Mark): Promise<boolean> =>
  ((await journals.bounds(pod))?.head.number ?? 0) > number
