import { appSite, type Settings } from '../settings.ts'
import { appCard } from '../sites/client-document.ts'
import type { AppDescription } from '../sites/read-client-document.ts'
import { AgentError } from './errors.ts'
import { RegistryFile } from './registry-file.ts'

/** An app that may ask for something: only what it registered that it needs. */
export interface KnownApp extends AppDescription {
  /** Whether it is one of ours, reviewed and served by the operator: what it reads stays here. */
  readonly isOurs: boolean
}

/** Our own apps, and those of others that the operator has registered, as they described themselves then. */
export class Apps {
  private readonly file: RegistryFile<AppDescription>
  private readonly ours: readonly KnownApp[]

  constructor({ dataFolder, apps }: Settings) {
    this.file = new RegistryFile(dataFolder, 'apps', { fr: 'des applications', en: 'apps' })
    this.ours = apps
      .filter(({ id }) => id !== 'home')
      .map((app) => ({ clientId: app.clientId, url: `${app.origin}/`, ...appCard(app), isOurs: true }))
  }

  /** @throws PodError `storage-failed` when the list cannot be read. */
  async all(): Promise<readonly KnownApp[]> {
    const others = (await this.file.all()).filter((it) => !this.ours.some(isSameAs(it)))
    return [...this.ours, ...others.map((it) => ({ ...it, isOurs: false }))]
  }

  /** @throws AgentError `unknown-client` for one that is not registered with the operator. */
  async registered(clientId: unknown): Promise<KnownApp> {
    const app = (await this.all()).find((it) => it.clientId === clientId)
    if (!app) throw new AgentError('unknown-client')
    return app
  }

  /** Whether a page of a known app calls. */
  async areOf(origin: string): Promise<boolean> {
    return (await this.all()).some(({ clientId }) => new URL(clientId).origin === origin)
  }

  /** What an app needs is what it registered last. */
  async register(app: AppDescription): Promise<void> {
    await this.file.add(app, isSameAs(app))
  }
}

export const isHome = (settings: Settings, client: string): boolean =>
  client === appSite(settings, 'home').clientId

const isSameAs =
  ({ clientId }: AppDescription) =>
  (other: AppDescription) =>
    other.clientId === clientId

/** What is verified of an app that the operator has not registered. */
export const siteOf = (client: string): string => (URL.canParse(client) ? new URL(client).host : client)
