import {
  HttpError,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type ResponseDescription,
} from '@solid/community-server'
import { AccessChanged } from '../storage/AccessChanged.ts'
import { basis } from '../storage/request.ts'

/** Times that one request is decided. */
const maxDecisions = 5

/**
 * A write holds only as long as the rules that allowed it: when they have changed before its commit, it is decided
 * again by those that are there now.
 */
export class Redecide extends OperationHttpHandler {
  private readonly operationHandler: OperationHttpHandler

  constructor(operationHandler: OperationHttpHandler) {
    super()
    this.operationHandler = operationHandler
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    let { operation } = input
    for (let count = 0; count < maxDecisions; count++) {
      // CSS keeps a decision by its operation: another one is decided anew. It has the body as the last has left it.
      operation = { ...operation }
      try {
        return await basis.run({ acls: new Map(), by: {} }, () =>
          this.operationHandler.handleSafe({ ...input, operation }),
        )
      } catch (error) {
        if (!(error instanceof AccessChanged)) throw error
      }
    }
    throw new HttpError(503, 'ServiceUnavailable', 'The rules keep changing: try again.')
  }
}
