import { LDP } from '#vocab/namespaces'
import type { Found } from '../outgoing/get.ts'
import { readTurtle } from '../storage/rdf/read-turtle.ts'

const predicate = `${LDP}inbox`
/** The names that a Client ID document has for it; its context is read by nobody. */
const keys = ['ldp:inbox', 'inbox', predicate]

/**
 * The inbox that a recipient names in its own document (Linked Data Notifications §2.1): in a `Link` header, in a
 * WebID profile in Turtle, or in a Client ID document. Undefined where it names none.
 *
 * @param recipient - A WebID, or the address of a Client ID document, which is then the one that was asked.
 */
export function inboxIn(recipient: string, { type, link, body }: Found): string | undefined {
  const base = recipient.replace(/#.*$/, '')
  const linked = inLink(link, base)
  if (linked) return linked
  const text = body.toString('utf8')
  if (type === 'application/json' || type.endsWith('+json')) return inJson(text, base)
  return type === 'text/turtle' ? inTurtle(text, recipient, base) : undefined
}

/** Of the recipient itself alone: what a document says of others is not theirs to say. */
function inTurtle(body: string, recipient: string, base: string): string | undefined {
  const found: string[] = []
  const fault = readTurtle(body, 'text/turtle', base, ({ subject, predicate: said, object }) => {
    if (subject.value === recipient && said.value === predicate && object.termType === 'NamedNode')
      found.push(object.value)
    return undefined
  })
  return fault ? undefined : found[0]
}

function inJson(body: string, base: string): string | undefined {
  try {
    const document = JSON.parse(body) as Record<string, unknown> | null
    for (const key of keys) {
      const value = document?.[key]
      const named = typeof value === 'string' ? value : (value as { '@id'?: unknown } | undefined)?.['@id']
      if (typeof named === 'string') return absolute(named, base)
    }
  } catch {
    // It names none.
  }
  return undefined
}

function inLink(links: string, base: string): string | undefined {
  for (const [, target = '', rest = ''] of links.matchAll(/<([^<>]*)>([^<]*)/g))
    if (rest.includes(`"${predicate}"`)) return absolute(target, base)
  return undefined
}

const absolute = (url: string, base: string): string | undefined =>
  URL.canParse(url, base) ? new URL(url, base).href : undefined
