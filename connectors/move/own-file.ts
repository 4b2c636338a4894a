import { readFile } from 'node:fs/promises'
import { safeAddress } from '../solid/address.ts'
import type { ClientCredentials } from '../solid/session.ts'

/** A citizen’s own tool on one server. Holds a secret: never printed. */
export interface OwnCredentials extends ClientCredentials {
  readonly webId: string
  /** Their pod there, with its slash. */
  readonly pod: string
}

const fields = ['webId', 'pod', 'issuer', 'clientId', 'clientSecret'] as const
const longest = 64 * 1024

/**
 * Undefined where there is no such file, or it is not a whole one.
 *
 * @throws ConnectorError `insecure-address`.
 */
export async function readOwnFile(path: string): Promise<OwnCredentials | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const value = text.length > longest ? undefined : parsed(text)
  if (!fields.every((field) => typeof value?.[field] === 'string' && value[field] !== '')) return undefined
  const { webId, pod, issuer, clientId, clientSecret } = value as Record<(typeof fields)[number], string>
  for (const address of [webId, pod, issuer]) safeAddress(address)
  return { webId, issuer, clientId, clientSecret, pod: pod.endsWith('/') ? pod : `${pod}/` }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
