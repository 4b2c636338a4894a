import { toCanonicalUriPath } from '@solid/community-server'
import type { Refusal } from './refusal.ts'

export const badAddress: Refusal = {
  status: 400,
  code: 'bad-address',
  message: {
    fr: 'Cette adresse est mal formée ou trop longue.',
    en: 'This address is malformed or too long.',
  },
}

const maxPathBytes = 2048
/** Longer names do not fit a file system once they carry a suffix. */
const maxNameBytes = 200

/** A suffix that the rules, or the description, of a resource have: they are named whenever it is. */
const auxiliary = /(\.acl|\.meta){1,2}$/

/** What a resource's stream of notifications is called: the address of the resource is in its last name. */
const stream = /^\/\.notifications\/StreamingHTTPChannel2023\/(.+)$/s

/** Where the vocabulary is served: no pod has this name. */
export const vocabularyName = 'vocab'

/** Whether a request target is the vocabulary's, or below it. Pure. */
export const isVocabulary = (target: string): boolean => /^\/vocab(?:[/?#]|$)/.test(target)

/** Whether the path of a request target is well-formed, within bounds, and below no auxiliary resource. Pure. */
export function isAddress(target: string): boolean {
  const path = target.replace(/[?#].*$/s, '')
  try {
    const [, topic] = stream.exec(path) ?? []
    const told = topic && decodeURIComponent(topic).replace(/^https?:\/\/[^/]*/, '')
    return told?.startsWith('/') ? isPath(told) : isPath(path)
  } catch {
    return false
  }
}

/**
 * Whether a path below the base URL is that of a resource, as a request for it comes here: with no other spelling, no
 * empty name, and none that leads elsewhere. Pure.
 *
 * @param path as the storage has it: no slash at the beginning, nor at the end.
 */
export function isStorable(path: string): boolean {
  if (!isAddress(`/${path}`) || /[?#]|(^|\/)(\/|$)/.test(path)) return false
  return new URL(`/${path}`, 'http://host').pathname === `/${path}` && toCanonicalUriPath(path) === path
}

/** @throws URIError for names that are no UTF-8. */
function isPath(path: string): boolean {
  if (!path.startsWith('/') || path.replace(auxiliary, '').length > maxPathBytes) return false
  const names = path.split('/').map(decodeURIComponent)
  return names.every(isName) && !names.slice(0, -1).some(isAuxiliary)
}

function isName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they name nothing
  return Buffer.byteLength(name.replace(auxiliary, '')) <= maxNameBytes && !/[\u0000-\u001f\u007f]/.test(name)
}

/** Such a name is a document's (Solid §4.3): a container of that name would stand in the place of somebody's rules. */
const isAuxiliary = (name: string): boolean => name.endsWith('.acl') || name.endsWith('.meta')
