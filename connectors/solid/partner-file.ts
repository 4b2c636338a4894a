import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Who a partner is, and how it logs in. Holds a secret: never printed. */
export interface PartnerCredentials {
  /** The partner's id: also its folder in every pod. */
  readonly partner: string
  readonly name: string
  readonly webId: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The connectors it uses when none is named, all of one category: `bank`, `electricity,gas`. */
  readonly connector: string
}

const fields = ['partner', 'name', 'webId', 'issuer', 'clientId', 'clientSecret', 'connector'] as const

export function isPartnerId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(text)
}

/** The folder of the partners' credentials: `TRABOULE_PARTNERS`, or `data/partners` here. */
export function partnersFolder(env: NodeJS.ProcessEnv): string {
  return env['TRABOULE_PARTNERS'] || join('data', 'partners')
}

/** `undefined` when there is no such file, or it is not a whole one. */
export async function readPartnerFile(folder: string, id: string): Promise<PartnerCredentials | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8'))
    return isCredentials(value) && value.partner === id ? value : undefined
  } catch {
    return undefined
  }
}

function isCredentials(value: unknown): value is PartnerCredentials {
  if (typeof value !== 'object' || value === null) return false
  const record = value as Record<string, unknown>
  return fields.every((field) => typeof record[field] === 'string' && record[field] !== '')
}
