import {
  BasicRepresentation,
  guardedStreamFrom,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type ResponseDescription,
} from '@solid/community-server'
import { maxBodyBytes, tooLarge } from './BodyLimit.ts'
import { readBounded } from './read-bounded.ts'
import { refused } from './refusal.ts'

/**
 * Reads a document whole, within its bound, before the store is asked: nothing waits while it arrives, and one that
 * turns out too large, or breaks off, has touched nothing.
 */
export class WholeBody extends OperationHttpHandler {
  private readonly operationHandler: OperationHttpHandler

  constructor(operationHandler: OperationHttpHandler) {
    super()
    this.operationHandler = operationHandler
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { operation } = input
    const { method, body } = operation
    // A patch has been read already, by its parser.
    if ((method === 'PUT' || method === 'POST') && !body.isEmpty) {
      const bytes = await readBounded(body.data, maxBodyBytes)
      if (!bytes) return refused(tooLarge)
      operation.body = new BasicRepresentation(
        guardedStreamFrom([bytes], { objectMode: false }),
        body.metadata,
      )
    }
    return this.operationHandler.handleSafe(input)
  }
}
