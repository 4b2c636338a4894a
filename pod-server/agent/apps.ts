import { type AppSite, appSite, type Settings } from '../settings.ts'
import { AgentError } from './errors.ts'

/** @throws AgentError `unknown-client` for one that is not registered with the operator. */
export function registeredApp(settings: Settings, clientId: unknown): AppSite {
  const app = settings.apps.find((it) => it.clientId === clientId && it.id !== 'home')
  if (!app) throw new AgentError('unknown-client')
  return app
}

export const isHome = (settings: Settings, client: string): boolean =>
  client === appSite(settings, 'home').clientId
