import { randomUUID } from 'node:crypto'
import {
  type ClientCredentialsStore,
  HttpHandler,
  type HttpHandlerInput,
  NotImplementedHttpError,
  type PodStore,
} from '@solid/community-server'
import { PartnerRegistry, type RegisteredPartner } from '../agent/registry.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { isOperator } from '../server/operator-token.ts'
import type { Settings } from '../settings.ts'
import { oneCommit } from '../storage/commit-unit.ts'

const address = /^\/\.partners\/([a-z0-9-]{1,40})\/credentials$/

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
 * `POST /.partners/<id>/credentials`, for whoever can read the token in the data folder; for anybody else there is no
 * such address. A partner's account has a password that nobody keeps, so this is the way to new credentials: the old
 * ones end in the same commit.
 */
export class PartnerRenewal extends HttpHandler {
  private readonly args: PartnerRenewalArgs
  private readonly registry: PartnerRegistry

  constructor(args: PartnerRenewalArgs) {
    super()
    this.args = args
    this.registry = new PartnerRegistry(args.settings.dataFolder)
  }

  override async canHandle({ request: { url = '', method, headers } }: HttpHandlerInput): Promise<void> {
    const isAsked = method === 'POST' && address.test(url)
    if (!isAsked || !isOperator(headers.authorization, this.args.operatorToken))
      throw new NotImplementedHttpError('not for the operator')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const [, id = ''] = address.exec(request.url ?? '') ?? []
    const partner = await this.registry.find(id)
    const renewed = partner && (await this.renew(partner))
    response.writeHead(renewed ? 201 : 404, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    response.end(JSON.stringify(renewed ?? { code: 'not-found' }))
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
