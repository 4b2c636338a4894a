import {
  AccessMode,
  Authorizer,
  type AuthorizerInput,
  HttpError,
  IdentifierSetMultiMap,
  type PermissionReader,
} from '@solid/community-server'
import type { Journal } from '../journal/Journal.ts'
import { rulesAsked } from './rules-asked.ts'

/** Writes down who opens a channel of notifications, by which rules, and who is refused one. */
export class JournalledSubscriptions extends Authorizer {
  private readonly source: Authorizer
  private readonly permissionReader: PermissionReader
  private readonly journal: Journal

  constructor(source: Authorizer, permissionReader: PermissionReader, journal: Journal) {
    super()
    this.source = source
    this.permissionReader = permissionReader
    this.journal = journal
  }

  override async handle(input: AuthorizerInput): Promise<void> {
    const { credentials, requestedModes } = input
    const topics = [...requestedModes.distinctKeys()].map(({ path }) => path)
    try {
      await this.source.handleSafe(input)
    } catch (error) {
      const status = HttpError.isInstance(error) ? error.statusCode : 500
      if (status === 401 || status === 403)
        for (const topic of topics) await this.journal.refused(credentials, topic, 'read')
      throw error
    }
    for (const path of topics) {
      const asked = new IdentifierSetMultiMap([[{ path }, AccessMode.read]])
      const { rules } = await rulesAsked(this.permissionReader, {
        credentials: { ...credentials },
        requestedModes: asked,
      })
      if (!this.journal.read(credentials, path, rules))
        throw new HttpError(503, 'ServiceUnavailable', 'What is read cannot be written down now: try again.')
    }
  }
}
