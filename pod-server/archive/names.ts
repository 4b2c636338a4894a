import { createHash } from 'node:crypto'

const extensions = new Map([
  ['text/turtle', '.ttl'],
  ['application/n-triples', '.nt'],
  ['application/ld+json', '.jsonld'],
  ['application/pdf', '.pdf'],
])

/**
 * The file of a resource below the folder of its pod. A document whose name does not say its type gets `$` and an
 * extension, as CSS names its files; a name too long for a file system gets its digest.
 */
export function fileOf(path: string, contentType: string | undefined): string {
  const [, ...names] = path.split('/')
  const extension = extensions.get(contentType ?? '') ?? ''
  const last = names.pop() ?? ''
  const said =
    last === '' || last.endsWith(extension) || last.endsWith('.acl') ? last : `${last}$${extension}`
  return [...names, said].map(short).join('/')
}

function short(name: string): string {
  if (Buffer.byteLength(name) <= 200 && name !== '.' && name !== '..') return name
  return `~${createHash('sha256').update(name).digest('hex')}`
}
