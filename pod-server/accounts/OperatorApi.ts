import { noPod } from '../archive/refusals.ts'
import type { Invited } from '../invitations/SignUps.ts'
import type { PurposeName } from '../keys/purposes.ts'
import { notReadable } from '../server/folder-errors.ts'
import { readOperatorToken } from '../server/operator-token.ts'
import type { RenewedCredentials } from './PartnerRenewal.ts'
import {
  badEmail,
  noMail,
  noPartner,
  noPassword,
  notReachable,
  otherFolder,
  serverRefused,
} from './refusals.ts'

/** What the operator of a data folder may ask of the server that runs on it: the folder holds the token of that run. */
export class OperatorApi {
  private readonly baseUrl: string
  private readonly token: string

  private constructor(baseUrl: string, token: string) {
    this.baseUrl = baseUrl
    this.token = token
  }

  /**
   * Makes sure that the server at an address is the one of a folder.
   *
   * @throws PodError `server-not-reachable`, `other-folder`, `folder-not-readable`.
   */
  static async of(dataFolder: string, baseUrl: string): Promise<OperatorApi> {
    const token = await readOperatorToken(dataFolder).catch((cause: unknown) => {
      throw notReadable(dataFolder, cause)
    })
    // Asked without a token too: whether there is a server at all is said first.
    const api = new OperatorApi(baseUrl, token ?? '')
    const { ok } = await api.ask('.status', 'GET')
    if (!ok) throw otherFolder(dataFolder, baseUrl)
    return api
  }

  /** New client credentials for a partner; the old ones end. @throws PodError `not-found`, `server-refused`. */
  async renewPartner(id: string): Promise<RenewedCredentials> {
    const { ok, status, body } = await this.ask(`.partners/${id}/credentials`, 'POST')
    if (status === 404) throw noPartner(id)
    if (!ok) throw serverRefused(`HTTP ${status}`)
    return body as RenewedCredentials
  }

  /** A new key in the place of the one that signs for a purpose. @returns its `kid`. @throws PodError `server-refused`. */
  async renewKey(purpose: PurposeName): Promise<string> {
    const { ok, status, body } = await this.ask(`.keys/${purpose}`, 'POST')
    if (!ok) throw serverRefused(`HTTP ${status}`)
    return (body as { kid: string }).kid
  }

  /** A code by which one account may be made; `email`: its own, as the operator says. @throws PodError `server-refused` */
  async invite(invited: Invited): Promise<string> {
    const { ok, status, body } = await this.ask('.invitations', 'POST', invited)
    if (!ok) throw serverRefused(`HTTP ${status}`)
    return (body as { code: string }).code
  }

  /** The same, by a letter, which alone has the code. @throws PodError `no-mail`, `bad-usage`, `server-refused` */
  async inviteByLetter(email: string): Promise<void> {
    const { ok, status } = await this.ask('.invitations', 'POST', { email, byLetter: true })
    if (status === 409) throw noMail()
    if (status === 400) throw badEmail(email)
    if (!ok) throw serverRefused(`HTTP ${status}`)
  }

  /** A link by which the citizen of a pod chooses a new password. @throws PodError `not-found`, `no-password`, `server-refused` */
  async resetLink(pod: string): Promise<string> {
    const { ok, status, body } = await this.ask(`.resets/${encodeURIComponent(pod)}`, 'POST')
    if (status === 404) throw noPod(pod)
    if ((body as { code?: unknown })?.code === 'no-password') throw noPassword(pod)
    if (!ok) throw serverRefused(`HTTP ${status}`)
    return (body as { link: string }).link
  }

  /** Writes an export down in the journal of the pod. @throws PodError `not-found`, `server-refused`. */
  async noteExport(pod: string): Promise<void> {
    const { ok, status } = await this.ask(`.exports/${encodeURIComponent(pod)}`, 'POST')
    if (status === 404) throw noPod(pod)
    if (!ok) throw serverRefused(`HTTP ${status}`)
  }

  /** Gives a pod another quota. @throws PodError `not-found`, `server-refused`. */
  async setQuota(pod: string, bytes: number): Promise<void> {
    const { ok, status } = await this.ask(`.quotas/${encodeURIComponent(pod)}/${bytes}`, 'POST')
    if (status === 404) throw noPod(pod)
    if (!ok) throw serverRefused(`HTTP ${status}`)
  }

  private async ask(
    path: string,
    method: string,
    said?: object,
  ): Promise<{ ok: boolean; status: number; body: unknown }> {
    const headers = { authorization: `Bearer ${this.token}` }
    const init = { method, headers, ...(said ? { body: JSON.stringify(said) } : {}) }
    const bounds = { redirect: 'manual', signal: AbortSignal.timeout(30_000) } as const
    const response = await fetch(`${this.baseUrl}${path}`, { ...init, ...bounds }).catch((cause: unknown) => {
      throw notReachable(this.baseUrl, cause)
    })
    const body: unknown = await response.json().catch(() => undefined)
    return { ok: response.ok, status: response.status, body }
  }
}
