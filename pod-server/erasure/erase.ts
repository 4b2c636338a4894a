import { toHex } from '#vocab/journal/chain'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { SigningKey } from '../keys/SigningKeys.ts'
import { accountEnds, channelEnds } from './account-ends.ts'
import { type AskedErasure, askedSpace, type Begun, keptAsked } from './asked-erasure.ts'
import { proofOf } from './proof.ts'

/** Of an engine's values: proofs of what was erased, by the name of its erasure. They name nobody. */
export const provenSpace = 'proven-erasures'

/**
 * Erases an account and its pod. What it was asked by goes last, in one commit with the proof: cut off anywhere, it goes on
 * when it is called again, and ends as if it had not been.
 */
export async function erase(
  engine: PodEngine,
  server: string,
  asked: AskedErasure,
  key: SigningKey,
): Promise<void> {
  const { id, accountId, webIds, pod } = asked
  const name = pod?.slice(server.length, -1)
  const begun = asked.begun ?? (await begin(engine, asked, name))
  await engine.commit({ changes: await accountEnds(engine, asked) })
  if (name !== undefined) await engine.erase(name)
  const proof = await proofOf(server, asked, begun, Date.now(), key)
  await engine.commit({
    changes: [
      ...(await channelEnds(engine, name, webIds)),
      { kind: 'set-value', space: provenSpace, key: id, value: JSON.stringify(proof) },
      { kind: 'delete-value', space: askedSpace, key: accountId },
    ],
  })
}

/** Counts what there is, and says that there is no way back. */
async function begin(engine: PodEngine, asked: AskedErasure, name: string | undefined): Promise<Begun> {
  const usage = name === undefined ? undefined : await engine.usage(name)
  const bounds = name === undefined ? undefined : await engine.journals.bounds(name)
  const begun: Begun = {
    resources: usage?.resources ?? 0,
    ...(bounds ? { journalHead: { number: bounds.head.number, hash: toHex(bounds.head.hash) } } : {}),
  }
  await engine.commit({ changes: [keptAsked({ ...asked, begun })] })
  return begun
}
