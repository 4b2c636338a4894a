import { Parser } from 'n3'
import { PIM } from '#vocab/namespaces'
import { ConnectorError } from '../errors.ts'
import { safeAddress } from './address.ts'
import { isMistrust } from './mistrust.ts'

const maxProfileBytes = 256 * 1024
const timeoutMs = 10_000

/**
 * The pod that a WebID's public profile names (`pim:storage`), ending with `/`.
 *
 * @throws ConnectorError `not-a-webid`, `server-busy`, `server-not-trusted`, `profile-unreadable`, `no-storage` (none, or several), `insecure-address`.
 */
export async function findStorage(
  webId: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<string> {
  if (!/^https?:\/\//.test(webId)) throw new ConnectorError('not-a-webid')
  const profile = safeAddress(webId)
  const text = await readProfile(profile, fetch)
  const storages = new Set<string>()
  try {
    for (const { subject, predicate, object } of new Parser({
      baseIRI: profile.href.replace(/#.*$/, ''),
    }).parse(text)) {
      const named = predicate.value === `${PIM}storage` && object.termType === 'NamedNode'
      if (named && subject.value === profile.href) storages.add(object.value)
    }
  } catch {
    throw new ConnectorError('profile-unreadable')
  }
  const [storage, second] = storages
  if (storage === undefined || second !== undefined) throw new ConnectorError('no-storage')
  const { href } = safeAddress(storage)
  return href.endsWith('/') ? href : `${href}/`
}

async function readProfile(profile: URL, fetch: typeof globalThis.fetch): Promise<string> {
  try {
    const response = await fetch(profile, {
      headers: { accept: 'text/turtle' },
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new ConnectorError(isMistrust(error) ? 'server-not-trusted' : 'server-busy')
    })
    if (response.status >= 500) throw new ConnectorError('server-busy')
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !/^text\/turtle\b/i.test(type)) throw new ConnectorError('profile-unreadable')
    safeAddress(response.url || profile.href)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > maxProfileBytes) throw new ConnectorError('profile-unreadable')
      chunks.push(chunk)
    }
    return Buffer.concat(chunks).toString('utf8')
  } catch (error) {
    throw error instanceof ConnectorError ? error : new ConnectorError('profile-unreadable')
  }
}
