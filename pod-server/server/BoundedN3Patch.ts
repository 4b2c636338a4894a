import { type BodyParserArgs, guardedStreamFrom, HttpError, N3PatchBodyParser } from '@solid/community-server'
import { maxPatchBytes, tooLarge } from './BodyLimit.ts'
import { readBounded } from './read-bounded.ts'

/** CSS's parser of N3 Patch, which reads no further than its bound: one that is sent in pieces does not say its length. */
export class BoundedN3Patch extends N3PatchBodyParser {
  override async handle(input: BodyParserArgs): ReturnType<N3PatchBodyParser['handle']> {
    const bytes = await readBounded(input.request, maxPatchBytes)
    const { status, code, message } = tooLarge
    if (!bytes)
      throw new HttpError(status, 'PayloadHttpError', `${message.fr} / ${message.en}`, { errorCode: code })
    const { headers } = input.request
    const request = Object.assign(guardedStreamFrom([bytes], { objectMode: false }), { headers })
    return super.handle({ ...input, request: request as unknown as BodyParserArgs['request'] })
  }
}
