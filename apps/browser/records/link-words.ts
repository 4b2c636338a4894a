import { tb } from '#vocab/generated/terms'
import type { Statement } from '#vocab/graph'
import { SOSA } from '#vocab/namespaces'
import { t } from '../../shared/i18n/t.ts'
import { documentName } from './document-name.ts'
import { readItems } from './items.ts'
import { storyMessages as messages } from './story-messages.ts'
import { joined } from './summary.ts'

/** What a link is, and what leads along it where the other end has no name. */
export function wordsOf(predicate: string, name: string, iri: string): { is: string; see: string } {
  if (predicate === tb.account) return { is: t(messages.account), see: t(messages.seeAccount) }
  if (predicate === `${SOSA}madeBySensor`) return { is: t(messages.meter), see: t(messages.seeMeter) }
  return { is: name, see: t(iri.includes('#') ? messages.seeRecord : messages.seeDocument) }
}

/** What leads to something that is merged: by its own name, else by that of the document in which it stands. */
export function endAt(iri: string, title: (() => string) | undefined): string {
  const [url = ''] = iri.split('#', 1)
  const see = t(iri.includes('#') ? messages.seeRecord : messages.seeDocument)
  return title?.() ?? t(messages.seeNamed, see, documentName(url))
}

/**
 * What the thing at an address is called, or the one thing that a document is about, in the language of the screen when
 * it is asked. Undefined where a document is about several, or cannot be read.
 */
export async function titleAt(
  iri: string,
  read: (url: string) => Promise<readonly Statement[]>,
): Promise<(() => string) | undefined> {
  const [url = ''] = iri.split('#', 1)
  try {
    const { items } = await readItems(url, await read(url))
    const item = items.find((it) => it.iri === iri) ?? (items.length === 1 ? items[0] : undefined)
    if (!item) return undefined
    return () => {
      const { title, value } = item.words()
      return joined(title, value)
    }
  } catch {
    // The link leads there, and says why.
    return undefined
  }
}
