import { AS } from '@solid/community-server'
import type { Change, Expectation, PodEngine, Writer } from '../engine/PodEngine.ts'
import { parentOf } from '../engine/path.ts'
import type { Addresses } from '../storage/Addresses.ts'
import type { Packed } from '../storage/bytes.ts'
import { writeNotice } from '../storage/notice.ts'

/** What becomes of one document. */
export interface DocumentChange {
  readonly path: string
  /** Its version before; 0: there was none. */
  readonly before: number
  /** What it is then; undefined when it is deleted. */
  readonly after: (Packed & { readonly contentType: string }) | undefined
  /** What must still be as it was decided by. */
  readonly decidedBy: ReadonlyMap<string, number>
  readonly by: Writer
}

/** Commits the change of one document, and tells what CSS tells of such a change. @throws EngineError */
export async function commitDocument(
  engine: PodEngine,
  addresses: Addresses,
  { path, before, after, decidedBy, by }: DocumentChange,
): Promise<number> {
  const change: Change = after
    ? { kind: 'put-document', path, metadata: '', ...after }
    : { kind: 'delete', path }
  const expect: Expectation[] = [...decidedBy].map(([path, version]) => ({ path, version }))
  return engine.commit({
    changes: [change, ...containersAbove(path)],
    expect: [...expect, { path, version: before }],
    by,
    notices: noticesOf(addresses, path, before > 0, after !== undefined),
  })
}

function containersAbove(path: string): Change[] {
  const changes: Change[] = []
  for (let above = parentOf(path); above; above = parentOf(above))
    changes.push({ kind: 'touch', path: above })
  return changes
}

function noticesOf(addresses: Addresses, path: string, was: boolean, is: boolean): string[] {
  const url = addresses.url({ path, isContainer: false })
  if (was && is) return [writeNotice({ url, activity: AS.Update })]
  const container = addresses.url({ path: parentOf(path) ?? '', isContainer: true })
  return [
    writeNotice({ url: container, activity: is ? AS.Add : AS.Remove, object: url }),
    writeNotice({ url, activity: is ? AS.Create : AS.Delete }),
  ]
}
