import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const css = dirname(createRequire(import.meta.url).resolve('@solid/community-server/package.json'))
const had: Readonly<Record<string, string>> = {
  'https://www.w3.org/ns/solid/notification/v1': 'notification.jsonld',
  'https://www.w3.org/ns/activitystreams': 'activitystreams.jsonld',
}
const read = new Map<string, object>()

/** Whether `contextOf` has it. */
export const isContext = (url: string): boolean => Object.hasOwn(had, url)

/** A JSON-LD context that CSS brings along. @throws for any other: the server fetches nothing on a document's word. */
export function contextOf(url: string): object {
  const file = isContext(url) ? had[url] : undefined
  if (!file) throw new Error('its context is elsewhere, and nothing is fetched: write it into the document')
  const context =
    read.get(url) ?? (JSON.parse(readFileSync(join(css, 'templates/contexts', file), 'utf8')) as object)
  read.set(url, context)
  return context
}
