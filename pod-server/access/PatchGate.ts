import type { HttpRequest } from '@solid/community-server'
import {
  AccessMode,
  type CredentialsExtractor,
  HttpHandler,
  type HttpHandlerInput,
  IdentifierSetMultiMap,
  NotImplementedHttpError,
  type PermissionReader,
  type TargetExtractor,
} from '@solid/community-server'
import type { Journal } from '../journal/Journal.ts'
import { modeOf } from '../journal/Journalled.ts'
import { TooManyRequests, tooMany } from '../limits/too-many.ts'
import { letGo } from '../server/read-bounded.ts'
import type { Refusal } from '../server/refusal.ts'

export interface PatchGateArgs {
  readonly targetExtractor: TargetExtractor
  readonly credentialsExtractor: CredentialsExtractor
  readonly permissionReader: PermissionReader
  readonly journal: Journal
}

const refusals = {
  unknown: {
    status: 401,
    code: 'not-logged-in',
    message: { fr: 'Identifiez-vous pour modifier ceci.', en: 'Say who you are to change this.' },
  },
  forbidden: {
    status: 403,
    code: 'not-allowed',
    message: { fr: 'Vous n’avez pas le droit de modifier ceci.', en: 'You may not change this.' },
  },
} satisfies Record<string, Refusal>

interface Refused extends Refusal {
  /** Until it may come again. */
  readonly seconds?: number
}

/**
 * Refuses a patch of somebody who may neither add nor write there, before a byte of it is parsed: CSS parses patches
 * before it asks who sent them, and parsing can be made to take long.
 */
export class PatchGate extends HttpHandler {
  private readonly args: PatchGateArgs

  constructor(args: PatchGateArgs) {
    super()
    this.args = args
  }

  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (request.method !== 'PATCH' || (await this.judge(request)) === undefined)
      throw new NotImplementedHttpError('not refused here')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const refused: Refused = (await this.judge(request)) ?? refusals.forbidden
    const { status, code, message, seconds } = refused
    if (status === 401) response.setHeader('www-authenticate', 'DPoP scope="openid webid"')
    if (seconds !== undefined) response.setHeader('retry-after', seconds)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ code, message }))
    letGo(request)
    if (seconds === undefined) await this.note(request)
  }

  private async note(request: HttpRequest): Promise<void> {
    const { targetExtractor, credentialsExtractor, journal } = this.args
    const target = await targetExtractor.handleSafe({ request }).catch(() => undefined)
    const credentials = await credentialsExtractor.handleSafe(request).catch(() => ({}))
    if (target) await journal.refused(credentials, target.path, modeOf(request.method, target.path))
  }

  private async judge(request: HttpRequest): Promise<Refused | undefined> {
    let known = false
    try {
      const credentials = await this.args.credentialsExtractor.handleSafe(request)
      known = credentials.agent !== undefined
      const target = await this.args.targetExtractor.handleSafe({ request })
      const requestedModes = new IdentifierSetMultiMap([[target, AccessMode.append]])
      const permissions = await this.args.permissionReader.handleSafe({ credentials, requestedModes })
      const { append, write } = permissions.get(target) ?? {}
      if (append === true || write === true) return undefined
    } catch (error) {
      if (error instanceof TooManyRequests) return { ...tooMany, seconds: error.seconds }
      // A token that does not hold, or an address that is none: fail closed.
    }
    return known ? refusals.forbidden : refusals.unknown
  }
}
