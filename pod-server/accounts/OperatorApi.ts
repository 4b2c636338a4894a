import { noPod } from '../archive/refusals.ts'
import { notReadable } from '../server/folder-errors.ts'
import { readOperatorToken } from '../server/operator-token.ts'
import type { RenewedCredentials } from './PartnerRenewal.ts'
import { noPartner, notReachable, otherFolder, serverRefused } from './refusals.ts'

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

  private async ask(path: string, method: string): Promise<{ ok: boolean; status: number; body: unknown }> {
    const init = { method, headers: { authorization: `Bearer ${this.token}` } }
    const bounds = { redirect: 'manual', signal: AbortSignal.timeout(30_000) } as const
    const response = await fetch(`${this.baseUrl}${path}`, { ...init, ...bounds }).catch((cause: unknown) => {
      throw notReachable(this.baseUrl, cause)
    })
    const body: unknown = await response.json().catch(() => undefined)
    return { ok: response.ok, status: response.status, body }
  }
}
