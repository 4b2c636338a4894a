import {
  BadRequestHttpError,
  BasicRepresentation,
  HttpError,
  type InteractionHandlerInput,
  JsonConversionHandler,
  type Representation,
} from '@solid/community-server'
import { unreadType } from '../server/QuietErrors.ts'
import { readBounded } from '../server/read-bounded.ts'

/** E-mail addresses, names and passwords. */
const maxBytes = 64 * 1024

/** The account API reads JSON and forms. What is none is whoever's who sends it, and an empty body is as none. */
export class AccountJson extends JsonConversionHandler {
  override async handle(input: InteractionHandlerInput): Promise<Representation> {
    const { operation } = input
    const body = operation.body.isEmpty ? operation.body : await whole(operation.body)
    return super.handle({ ...input, operation: { ...operation, body } })
  }
}

/** @throws HttpError 400, 413, 415 */
async function whole({ data, metadata }: Representation): Promise<Representation> {
  const { contentType = '' } = metadata
  if (!/^application\/(json|ld\+json|x-www-form-urlencoded)$/.test(contentType))
    throw new HttpError(415, 'UnsupportedMediaTypeHttpError', unreadType)
  const bytes = await readBounded(data, maxBytes)
  if (!bytes)
    throw new HttpError(413, 'PayloadHttpError', 'Ce corps est trop gros. / This body is too large.')
  const text = bytes.toString('utf8')
  if (text.trim() === '') return new BasicRepresentation()
  if (contentType.endsWith('json') && !isJson(text))
    throw new BadRequestHttpError(
      'Ce corps n’est pas du JSON : rien n’a été fait. / This body is no JSON: nothing was done.',
      { errorCode: 'not-json' },
    )
  return new BasicRepresentation(text, metadata)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
