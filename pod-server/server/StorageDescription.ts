import {
  NotFoundHttpError,
  NotImplementedHttpError,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  ResponseDescription,
} from '@solid/community-server'

/**
 * CSS's description of a storage (`<pod>/.well-known/solid`), in Turtle where no format is asked for, for HEAD too, and
 * nothing at the address where there is no storage.
 */
export class StorageDescription extends OperationHttpHandler {
  private readonly source: OperationHttpHandler

  constructor(source: OperationHttpHandler) {
    super()
    this.source = source
  }

  override async canHandle(input: OperationHttpHandlerInput): Promise<void> {
    try {
      await this.source.canHandle(asRead(input))
    } catch (error) {
      throw NotImplementedHttpError.isInstance(error) ? new NotFoundHttpError() : error
    }
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const answer = await this.source.handle(asRead(input))
    if (input.operation.method !== 'HEAD') return answer
    answer.data?.destroy()
    return new ResponseDescription(answer.statusCode, answer.metadata)
  }
}

/** RFC 9110 §9.3.2: HEAD is GET but for the body. Without preferences CSS converts nothing. */
function asRead(input: OperationHttpHandlerInput): OperationHttpHandlerInput {
  const { operation } = input
  const { type = { 'text/turtle': 1 } } = operation.preferences
  const method = operation.method === 'HEAD' ? 'GET' : operation.method
  return { ...input, operation: { ...operation, method, preferences: { ...operation.preferences, type } } }
}
