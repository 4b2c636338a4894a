import { randomBytes } from 'node:crypto'
import type { CustomerSession } from '../onboarding/Onboarding.ts'
import { PerSession } from '../onboarding/PerSession.ts'

const lifeMs = 60 * 60_000

/** Who is logged in, by a cookie that no script reads and no other site's form sends. */
export class Sessions {
  private readonly kept = new PerSession<{ readonly customer: string; readonly until: number }>(1000)

  of(cookies: string | undefined): CustomerSession | undefined {
    const [, id] = /(?:^|;\s*)customer=([A-Za-z0-9_-]{22})(?:;|$)/.exec(cookies ?? '') ?? []
    const found = id === undefined ? undefined : this.kept.get(id, Date.now())
    return id !== undefined && found ? { id, customer: found.customer } : undefined
  }

  /** A new session at each log-in. @returns the cookie. */
  open(customer: string, isSecure: boolean): string {
    const id = randomBytes(16).toString('base64url')
    this.kept.set(id, { customer, until: Date.now() + lifeMs })
    return cookie(id, lifeMs / 1000, isSecure)
  }

  close({ id }: CustomerSession, isSecure: boolean): string {
    this.kept.delete(id)
    return cookie('', 0, isSecure)
  }
}

// Lax: the customer comes back from the account origin by a link, and is still logged in.
const cookie = (value: string, seconds: number, isSecure: boolean): string =>
  `customer=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
