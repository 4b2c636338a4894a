import type { PodEngine } from '../engine/PodEngine.ts'

/** What an inbox holds at most of what others leave: with 64 KB each, a sixteenth of what a pod may hold. */
export const mostMessages = 1000
/** Beyond that, for receipts, which the server leaves: whoever fills an inbox keeps none of them out. */
const moreReceipts = 200

/** `inbox`: its path, without the slash. */
export const hasRoomFor = async (
  what: 'message' | 'receipt',
  engine: Pick<PodEngine, 'list'>,
  inbox: string,
): Promise<boolean> => {
  const most = what === 'message' ? mostMessages : mostMessages + moreReceipts
  return (await engine.list(inbox, most)).length < most
}
