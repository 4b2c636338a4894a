import type { Credentials, WebIdStore } from '@solid/community-server'
import type { AccountFacts } from '../credentials/AccountFacts.ts'

export interface LogOwnerArgs {
  readonly accounts: AccountFacts
  readonly webIdStore: WebIdStore
  readonly baseUrl: string
  /** The client id of the pod browser. */
  readonly homeApp: string
}

/**
 * Whose log it is: the pod's account, at the pod browser or with client credentials of that account, whatever the rules of the
 * pod say (DESIGN §4). Nobody else reads it, with any app.
 */
export class LogOwner {
  private readonly args: LogOwnerArgs

  constructor(args: LogOwnerArgs) {
    this.args = args
  }

  /** `pod`: its URL. */
  async is({ agent, client, issuer }: Credentials, pod: string): Promise<boolean> {
    const { accounts, webIdStore, baseUrl, homeApp } = this.args
    if (!agent || !client || issuer?.url !== baseUrl) return false
    const account = await accounts.accountOf(pod)
    if (account === undefined) return false
    if (client.clientId === homeApp) return webIdStore.isLinked(agent.webId, account)
    const own = await accounts.credentialsOf(client.clientId)
    return own?.accountId === account && own.webId === agent.webId
  }
}
