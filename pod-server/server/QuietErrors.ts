import {
  ErrorHandler,
  type ErrorHandlerArgs,
  getLoggerFor,
  HttpError,
  InternalServerError,
  type ResponseDescription,
} from '@solid/community-server'
import { EngineError } from '../engine/errors.ts'
import { errorSentence } from '../pages/ErrorPage.ts'
import { notStored, reasonOf } from '../storage/not-stored.ts'

/** What CSS says nothing of is said in our words, whatever the format that they are read in. */
function said(input: ErrorHandlerArgs): ErrorHandlerArgs {
  const { error } = input
  if (error.message !== '') return input
  const { fr, en } = errorSentence(error.statusCode)
  error.message = `${fr} / ${en}`
  return input
}

/** CSS says that it has not been made (501) where a format cannot be given (RFC 9110 §15.5.7) or read (§15.5.16). */
function inFormat(input: ErrorHandlerArgs): ErrorHandlerArgs {
  const { error, request } = input
  if (error.statusCode !== 501 || !error.message.includes('No conversion path')) return input
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const refused = isRead
    ? new HttpError(406, 'NotAcceptableHttpError', unacceptable)
    : new HttpError(415, 'UnsupportedMediaTypeHttpError', unreadType)
  return { ...input, error: refused }
}

const unacceptable =
  'Aucun des formats demandés (Accept) n’existe à cette adresse. / None of the formats that are asked for (Accept) is at this address.'
export const unreadType =
  'Ce type de contenu (Content-Type) n’est pas lu à cette adresse. / This type of content (Content-Type) is not read at this address.'

/**
 * What went wrong on our side is told without its words, which name folders and addresses of the machine: neither to
 * whoever asked, nor to the log.
 */
export class QuietErrors extends ErrorHandler {
  private readonly logger = getLoggerFor(this)
  private readonly errorHandler: ErrorHandler

  constructor(errorHandler: ErrorHandler) {
    super()
    this.errorHandler = errorHandler
  }

  override async handle(input: ErrorHandlerArgs): Promise<ResponseDescription> {
    if (input.error.statusCode !== 500) return this.errorHandler.handleSafe(said(inFormat(input)))
    const { cause, name } = input.error
    const code = (cause as NodeJS.ErrnoException | undefined)?.code
    const isStorage = cause instanceof EngineError
    const reason = isStorage ? reasonOf(cause) : code
    this.logger.error(`request failed: ${reason ?? (cause instanceof Error ? cause.name : name)}`)
    const error = isStorage
      ? notStored(cause)
      : new InternalServerError('A fault on our side. Try again in a moment.')
    return this.errorHandler.handleSafe({ ...input, error })
  }
}
