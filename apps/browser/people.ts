import { t } from '../shared/i18n/t.ts'
import type { Grant } from '../shared/pod/grants.ts'
import { appNames } from '../shared/ui/app-names.ts'

/** Whom the pod browser knows by name. */
export interface People {
  /** The citizen. */
  readonly webId: string
  /** The client id of the pod browser itself. */
  readonly clientId: string
  /** Addresses of our apps by id. */
  readonly apps: Readonly<Record<string, string>>
  readonly grants: readonly Grant[]
}

/** The name of an app by its client id: ours by its address, another as its grant calls it. */
export function appName(client: string, { apps, grants }: People): string | undefined {
  const host = hostOf(client)
  for (const [id, url] of Object.entries(apps)) {
    const name = appNames[id]
    if (name && host !== undefined && new URL(url).host === host) return t(name)
  }
  return nameIn(grants.find(({ kind, recipient }) => kind === 'app' && recipient.client === client))
}

/** The name of a partner, or of a person, as their grant calls them. */
export const webIdName = (webId: string, { grants }: People): string | undefined =>
  nameIn(grants.find(({ kind, recipient }) => kind !== 'app' && recipient.webId === webId))

/** The host of an app's client id; credentials have none. */
export function hostOf(client: string): string | undefined {
  return /^https?:/.test(client) && URL.canParse(client) ? new URL(client).host : undefined
}

function nameIn(grant: Grant | undefined): string | undefined {
  const name = grant?.recipient.name
  return name === undefined || typeof name === 'string' ? name : t(name)
}
