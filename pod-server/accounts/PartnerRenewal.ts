import { randomUUID } from 'node:crypto'
import type { ClientCredentialsStore, PodStore } from '@solid/community-server'
import { PartnerRegistry, type RegisteredPartner } from '../agent/registry.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import type { Settings } from '../settings.ts'
import { oneCommit } from '../storage/commit-unit.ts'
import { OperatorAct } from './OperatorAct.ts'

/** What a renewal answers: client credentials, as `partner add` gets them. */
export interface RenewedCredentials {
  readonly id: string
  readonly secret: string
}

export interface PartnerRenewalArgs {
  readonly operatorToken: string
  readonly settings: Settings
  readonly podStore: PodStore
  readonly credentialsStore: ClientCredentialsStore
  readonly engine: PodEngine
}

/**
 * `POST /.partners/<id>/credentials`. A partner's account has a password that nobody keeps, so this is the way to new
 * credentials: the old ones end in the same commit.
 */
export class PartnerRenewal extends OperatorAct {
  private readonly args: PartnerRenewalArgs
  private readonly registry: PartnerRegistry

  constructor(args: PartnerRenewalArgs) {
    super(args.operatorToken, /^\/\.partners\/([a-z0-9-]{1,40})\/credentials$/)
    this.args = args
    this.registry = new PartnerRegistry(args.settings.dataFolder)
  }

  protected override async act(id: string): Promise<RenewedCredentials | undefined> {
    const partner = await this.registry.find(id)
    return partner && this.renew(partner)
  }

  /** Undefined where the registry names a partner that has no account here. */
  private async renew({ webId }: RegisteredPartner): Promise<RenewedCredentials | undefined> {
    const { podStore, credentialsStore, engine, settings } = this.args
    const [name] = new URL(webId).pathname.split('/').filter(Boolean)
    const owner = await podStore.findByBaseUrl(`${settings.baseUrl}${name}/`)
    if (!owner) return undefined
    return oneCommit(engine, {}, async () => {
      const old = await credentialsStore.findByAccount(owner.accountId)
      const { label, secret } = await credentialsStore.create(
        `connector_${randomUUID()}`,
        webId,
        owner.accountId,
      )
      for (const { id } of old) await credentialsStore.delete(id)
      return { id: label, secret }
    })
  }
}
