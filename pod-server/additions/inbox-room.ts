import type { PodEngine } from '../engine/PodEngine.ts'

/** What an inbox holds at most of what others leave: with 64 KB each, a sixteenth of what a pod may hold. */
export const mostMessages = 1000
/** Beyond that, for receipts, which the server leaves: whoever fills an inbox keeps none of them out. */
const moreReceipts = 200
/** One sender has a tenth of it, and those of other servers, whose names cost nothing, half of it. */
const ofSender = 10
const ofOthers = 2

/** Who does not say who they are, and whoever wrote what was imported. */
const nobody = ''

export interface Arriving {
  readonly what: 'message' | 'receipt'
  /** The sender's WebID, as verified. */
  readonly from: string | undefined
  /** Its path, without the slash. */
  readonly inbox: string
}

/**
 * Why there is no room in an inbox: `inbox-full` for everybody, or `share-full` for this sender. By who wrote what is
 * there: what the owner deletes makes room for whoever had left it.
 */
export async function roomFor(
  { what, from, inbox }: Arriving,
  engine: Pick<PodEngine, 'writers'>,
  baseUrl: string,
): Promise<'inbox-full' | 'share-full' | undefined> {
  const most = what === 'message' ? mostMessages : mostMessages + moreReceipts
  const writers = await engine.writers(inbox, most)
  if (writers.length >= most) return 'inbox-full'
  const own = senderOf(from, baseUrl)
  const senders = writers.map((webId) => senderOf(webId, baseUrl))
  if (senders.filter((it) => it === own).length >= most / ofSender) return 'share-full'
  if (!isElsewhere(own, baseUrl)) return undefined
  const others = senders.filter((it) => isElsewhere(it, baseUrl))
  return others.length >= most / ofOthers ? 'share-full' : undefined
}

/** Whose share it is: of a WebID here its pod's, of another its host's; nobody's is one. */
function senderOf(webId: string | undefined, baseUrl: string): string {
  if (webId === undefined || !URL.canParse(webId)) return webId ?? nobody
  const { href, hostname } = new URL(webId)
  if (!href.startsWith(baseUrl)) return hostname.replace(/\.$/, '')
  return `${baseUrl}${href.slice(baseUrl.length).split('/')[0]}/`
}

const isElsewhere = (sender: string, baseUrl: string): boolean =>
  sender !== nobody && !sender.startsWith(baseUrl)
