/** By the kind of what they name; `interaction` and `resume` are oidc-provider's, of one log-in each. */
export interface CookieNames {
  readonly account: string
  readonly device: string
  readonly session: string
  readonly interaction: string
  readonly resume: string
}

/**
 * The names of our cookies. Under https they have prefixes (RFC 6265bis §4.1.3), so that no browser takes one of them from
 * another host of ours, such as an app's, or by http; `__Host-` is for those of the whole host.
 */
export const cookieNames = (baseUrl: string): CookieNames =>
  baseUrl.startsWith('https:')
    ? {
        account: '__Host-account',
        device: '__Host-traboule-device',
        session: '__Host-session',
        interaction: '__Secure-interaction',
        resume: '__Secure-resume',
      }
    : {
        account: 'css-account',
        device: 'traboule-device',
        session: '_session',
        interaction: '_interaction',
        resume: '_interaction_resume',
      }
