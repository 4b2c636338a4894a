import {
  type Credentials,
  HttpError,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type ResponseDescription,
} from '@solid/community-server'
import type { LoggedMode } from '#vocab/journal/entry'
import { basis } from '../storage/request.ts'
import type { Journal } from './Journal.ts'

/**
 * CSS's door writes down what it lets somebody read, and what it refuses; what it lets somebody write is written down by
 * the commit. It stands within the decision, which is asked again when the rules change.
 */
export class Journalled extends OperationHttpHandler {
  private readonly journal: Journal
  private readonly operationHandler: OperationHttpHandler

  constructor(journal: Journal, operationHandler: OperationHttpHandler) {
    super()
    this.journal = journal
    this.operationHandler = operationHandler
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { method, target } = input.operation
    const path = target.path
    try {
      const answer = await this.operationHandler.handleSafe(input)
      if (isRead(method)) this.read(path, answer)
      return answer
    } catch (error) {
      const status = HttpError.isInstance(error) ? error.statusCode : 500
      // The client has it already: to be told so is to read it.
      if (status === 304) this.read(path)
      if (status === 401 || status === 403) await this.journal.refused(asker(), path, modeOf(method, path))
      throw error
    }
  }

  private read(path: string, answer?: ResponseDescription): void {
    if (this.journal.read(asker(), path, basis.getStore()?.by.rules ?? [])) return
    answer?.data?.destroy()
    throw new HttpError(503, 'ServiceUnavailable', 'What is read cannot be written down now: try again.')
  }
}

/** Who asks, as far as the decision came. */
const asker = (): Credentials => basis.getStore()?.credentials ?? {}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** What was asked for, of those who are refused. */
export function modeOf(method: string | undefined, url: string): LoggedMode {
  if (/\.acl$/.test(url)) return 'control'
  if (method === undefined || isRead(method) || method === 'OPTIONS') return 'read'
  return method === 'POST' || method === 'PATCH' ? 'append' : 'write'
}
