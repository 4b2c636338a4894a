import {
  BasicRepresentation,
  guardedStreamFrom,
  type HttpResponse,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  POSIX,
  type ResponseDescription,
  UnauthorizedHttpError,
} from '@solid/community-server'
import type { DpopCredentials } from '../credentials/DpopCredentials.ts'
import type { Settings } from '../settings.ts'
import { AccessChanged } from '../storage/AccessChanged.ts'
import { noAnswerRoom, takesAnswerRoom } from './answer-room.ts'
import { type BodyBudget, type BodyShare, noRoom } from './BodyBudget.ts'
import { tooLarge } from './BodyLimit.ts'
import { clientAddress } from './client-address.ts'
import { readBody } from './read-body.ts'
import { refused } from './refusal.ts'

/**
 * Reads a document whole, within its bound, before the store is asked: nothing waits while it arrives, and one that
 * turns out too large, or breaks off, has touched nothing. All that is being written shares one budget of memory.
 */
export class WholeBody extends OperationHttpHandler {
  private readonly operationHandler: OperationHttpHandler
  private readonly bodies: BodyBudget
  private readonly credentials: DpopCredentials

  private readonly answers: BodyBudget
  private readonly bodyBytes: number

  constructor(
    operationHandler: OperationHttpHandler,
    bodies: BodyBudget,
    credentials: DpopCredentials,
    { limits }: Settings,
    answers: BodyBudget,
  ) {
    super()
    this.bodyBytes = limits.bodyBytes
    this.credentials = credentials
    this.operationHandler = operationHandler
    this.bodies = bodies
    this.answers = answers
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { request } = input
    const share = this.bodies.share(clientAddress(request))
    try {
      return await this.read(input, share)
    } finally {
      share.giveBack()
    }
  }

  private async read(input: OperationHttpHandlerInput, share: BodyShare): Promise<ResponseDescription> {
    const { operation, request, response } = input
    const hasCome = request.complete
    const { method, body } = operation
    const said = request.headers['content-length']
    const length = said === undefined ? undefined : Number(said)
    let read: Awaited<ReturnType<typeof readBody>> | undefined
    // A patch has been read already, by its parser.
    if (method === 'PATCH') read = share.take(length ?? 0) ? undefined : 'no-room'
    else if ((method === 'PUT' || method === 'POST') && !body.isEmpty)
      read = await readBody(body.data, length, this.bodyBytes, share)
    if (read === 'too-large') return refused(tooLarge)
    if (read === 'no-room') {
      response.setHeader('retry-after', '5')
      return refused(noRoom)
    }
    if (read) {
      const data = guardedStreamFrom([read], { objectMode: false })
      operation.body = new BasicRepresentation(data, body.metadata)
      if (!hasCome && request.complete) await this.decideAgain(input)
    }
    return this.withRoom(response, await this.operationHandler.handleSafe(input))
  }

  /** A long answer, as long as there is memory for it until it has gone. */
  private withRoom(response: HttpResponse, answer: ResponseDescription): ResponseDescription {
    const size = Number(answer.data && answer.metadata?.get(POSIX.terms.size)?.value) || 0
    if (takesAnswerRoom(this.answers, response, size)) return answer
    answer.data?.destroy()
    response.setHeader('retry-after', '5')
    return refused(noAnswerRoom)
  }

  /** While a body came, a rule may have ended, or the token. @throws AccessChanged, for `Redecide`. */
  private async decideAgain({ operation, request }: OperationHttpHandlerInput): Promise<never> {
    if (request.headers.authorization !== undefined && !(await this.credentials.again(request)))
      throw new UnauthorizedHttpError('The token has ended.')
    throw new AccessChanged(operation.target.path)
  }
}
