import { tb } from '#vocab/generated/terms'
import type { Statement } from '#vocab/graph'
import { SOSA } from '#vocab/namespaces'
import { t } from '../../shared/i18n/t.ts'
import { readItems } from './items.ts'
import { storyMessages as messages } from './story-messages.ts'
import { joined } from './summary.ts'

/** What a link is, and what leads along it where the other end has no name. */
export function wordsOf(predicate: string, name: string, iri: string): { is: string; see: string } {
  if (predicate === tb.account) return { is: t(messages.account), see: t(messages.seeAccount) }
  if (predicate === `${SOSA}madeBySensor`) return { is: t(messages.meter), see: t(messages.seeMeter) }
  return { is: name, see: t(iri.includes('#') ? messages.seeRecord : messages.seeDocument) }
}

/** What the one thing that a document is about is called; undefined where it is about several, or cannot be read. */
export async function titleAt(
  iri: string,
  read: (url: string) => Promise<readonly Statement[]>,
): Promise<string | undefined> {
  const [url = ''] = iri.split('#', 1)
  try {
    const { items } = await readItems(url, await read(url))
    const item = items.find((it) => it.iri === iri) ?? (items.length === 1 ? items[0] : undefined)
    const words = item?.words()
    return words && joined(words.title, words.value)
  } catch {
    // The link leads there, and says why.
    return undefined
  }
}
