import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CONTEXT } from '#vocab/namespaces'
import { readContext } from '#vocab/sources'

const css = dirname(createRequire(import.meta.url).resolve('@solid/community-server/package.json'))
const had: Readonly<Record<string, string>> = {
  'https://www.w3.org/ns/solid/notification/v1': 'notification.jsonld',
  'https://www.w3.org/ns/activitystreams': 'activitystreams.jsonld',
}
const read = new Map<string, object>()

/** Whether `contextOf` has it. */
export const isContext = (url: string): boolean => url === CONTEXT || Object.hasOwn(had, url)

/** A JSON-LD context that CSS brings along, or that of the vocabulary. @throws for any other: the server fetches nothing on a document's word. */
export function contextOf(url: string): object {
  if (!isContext(url))
    throw new Error('its context is elsewhere, and nothing is fetched: write it into the document')
  const context = read.get(url) ?? (JSON.parse(textOf(url)) as object)
  read.set(url, context)
  return context
}

const textOf = (url: string): string =>
  url === CONTEXT ? readContext() : readFileSync(join(css, 'templates/contexts', had[url] ?? ''), 'utf8')
