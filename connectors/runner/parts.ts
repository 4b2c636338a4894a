import type { Quad } from 'n3'
import { insertPatch } from './patch.ts'
import type { PlannedDocument } from './plan.ts'
import type { Answer } from './retry.ts'
import type { Delivered } from './send.ts'

/** A body that no server may refuse for its size: below it, halves would not help. */
const smallPatchBytes = 16 * 1024

/** How a part is sent, and what its answer means. */
export interface Sending {
  readonly send: (body: string) => Promise<Answer>
  readonly isTooLarge: (answer: Answer) => boolean
  /** @throws ConnectorError for an answer that is no success. */
  readonly judge: (answer: Answer, records: number, hasRun: boolean) => Delivered
}

/**
 * Sends a document that is too large at once as two halves, and these as halves again. The node of the run comes with the last
 * part: it says that all of its records are there, so that a delivery that stopped half-way is taken up by the next.
 *
 * @throws ConnectorError as `judge`.
 */
export async function sendInParts(
  { quads, runIri, records }: PlannedDocument,
  { send, isTooLarge, judge }: Sending,
): Promise<Delivered> {
  const run = quads.filter(({ subject }) => subject.value === runIri)
  const sum = { added: 0, alreadyThere: 0, unknown: 0 }
  const deliver = async (nodes: readonly Quad[][], isLast: boolean): Promise<void> => {
    const patch = insertPatch([...nodes.flat(), ...(isLast ? run : [])])
    const answer = await send(patch)
    const isDivisible = nodes.length > (isLast ? 0 : 1) && patch.length > smallPatchBytes
    if (isTooLarge(answer) && isDivisible) return halve(nodes, isLast)
    const delivered = judge(answer, nodes.length, isLast)
    sum.added += delivered.added
    sum.alreadyThere += delivered.alreadyThere
    sum.unknown += delivered.unknown
  }
  const halve = async (nodes: readonly Quad[][], isLast: boolean): Promise<void> => {
    const middle = Math.ceil(nodes.length / 2)
    await deliver(nodes.slice(0, middle), false)
    await deliver(nodes.slice(middle), isLast)
  }
  await halve(bySubject(quads, runIri), true)
  // A record may have several nodes: it is counted once.
  const added = Math.min(sum.added, records)
  const unknown = Math.min(sum.unknown, records - added)
  return { added, unknown, alreadyThere: records - added - unknown }
}

function bySubject(quads: readonly Quad[], runIri: string): Quad[][] {
  const nodes = new Map<string, Quad[]>()
  for (const quad of quads) {
    const { value } = quad.subject
    const known = nodes.get(value)
    if (known !== undefined) known.push(quad)
    else if (value !== runIri) nodes.set(value, [quad])
  }
  return [...nodes.values()]
}
