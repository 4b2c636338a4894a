import { language } from './i18n/language.ts'

/** Where this app is served and whom it talks to: `/config.json` of its own origin. */
export interface AppConfig {
  /** OpenID issuer of the citizens of this server. */
  readonly issuer: string
  /** Authorization agent, with its slash: grants are read and asked there. */
  readonly agent: string
  /** The account page, when the server has one. */
  readonly account?: string
  /** This app's Client ID document. */
  readonly clientId: string
  /** Addresses of our apps by id: `home`, `budget`, `energy`. */
  readonly apps: Readonly<Record<string, string>>
  /** True where the page's CSP lets citizens of other servers log in. */
  readonly otherProviders: boolean
}

/**
 * Reads and checks `/config.json`.
 *
 * @throws Error when it cannot be read or is not what we need: the app cannot start.
 */
export async function readConfig(): Promise<AppConfig> {
  const response = await fetch('/config.json')
  if (!response.ok) throw new Error(`config.json: ${response.status}`)
  return checkConfig(await response.json())
}

/** @throws Error naming the field that is wrong. */
export function checkConfig(value: unknown): AppConfig {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const address = (name: string): string => {
    const text = given[name]
    if (typeof text !== 'string' || !/^https?:\/\//.test(text) || !URL.canParse(text)) {
      throw new Error(`config.json: "${name}" is not an address`)
    }
    return text
  }
  const apps = Object.entries((given['apps'] ?? {}) as Record<string, unknown>)
  return {
    issuer: address('issuer'),
    agent: address('agent'),
    ...(given['account'] === undefined ? {} : { account: address('account') }),
    clientId: address('clientId'),
    apps: Object.fromEntries(apps.filter((app): app is [string, string] => /^https?:/.test(String(app[1])))),
    otherProviders: given['otherProviders'] === true,
  }
}

/** Where the citizen chooses what this app may read; comes back to the address given. */
export function grantPage({ agent, clientId }: AppConfig, comeBackTo: string): string {
  return `${agent}grant?${new URLSearchParams({ client_id: clientId, return: comeBackTo, lang: language() })}`
}
