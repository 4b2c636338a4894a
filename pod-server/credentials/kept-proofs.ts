import { setTimeout as pause } from 'node:timers/promises'
import type { PodEngine } from '../engine/PodEngine.ts'
import { proofAge } from './proof.ts'
import { ReplaySet } from './ReplaySet.ts'

const place = { space: 'used-proofs', key: 'last' } as const
/** Proofs kept over a restart: 24 characters each. Of more, none is taken that was made before it. */
const maxKept = 100_000

/** What a server leaves to the next: the proofs that it took; while it runs, nothing. */
interface Left {
  readonly taken?: readonly string[]
}

/**
 * The proofs that were taken, those of the server before among them. One that ended without a word has left none: then
 * no proof is taken that was made before now, also of a clock that is late.
 */
export async function openProofs(engine: PodEngine): Promise<ReplaySet> {
  const before = await engine.value(place.space, place.key)
  const { taken } = before ? (JSON.parse(before.value) as Left) : { taken: [] }
  await leave(engine, {})
  const period = (proofAge.past + proofAge.ahead) * 1000
  if (taken) return new ReplaySet(period, { taken })
  // Proofs say their second: those of the next are good, and nobody is served before it.
  const madeSince = Math.ceil(Date.now() / 1000) * 1000
  // A timer may come a millisecond early.
  while (Date.now() < madeSince) await pause(madeSince - Date.now())
  return new ReplaySet(period, { madeSince })
}

/** What cannot be written is not: then it is as if the server had ended without a word. */
export async function closeProofs(engine: PodEngine, proofs: ReplaySet): Promise<void> {
  const taken = proofs.names
  if (taken.length <= maxKept) await leave(engine, { taken }).catch(() => undefined)
}

async function leave(engine: PodEngine, left: Left): Promise<void> {
  await engine.commit({ changes: [{ kind: 'set-value', ...place, value: JSON.stringify(left) }] })
}
