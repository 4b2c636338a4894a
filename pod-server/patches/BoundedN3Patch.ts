import {
  BadRequestHttpError,
  type BodyParserArgs,
  guardedStreamFrom,
  HttpError,
  N3PatchBodyParser,
} from '@solid/community-server'
import { maxPatchBytes, tooLarge } from '../server/BodyLimit.ts'
import { readBounded } from '../server/read-bounded.ts'
import { readN3 } from './read-n3.ts'
import { unfitPatch } from './unfit-patch.ts'
import { faultOfPatterns } from './where.ts'

/** In the place of CSS's parser of N3 Patch: the Editor's Draft, and only patches whose cost follows their length. */
export class BoundedN3Patch extends N3PatchBodyParser {
  override async handle({ request, metadata }: BodyParserArgs): ReturnType<N3PatchBodyParser['handle']> {
    const bytes = await readBounded(request, maxPatchBytes)
    if (!bytes) {
      const { status, code, message } = tooLarge
      throw new HttpError(status, 'PayloadHttpError', `${message.fr} / ${message.en}`, { errorCode: code })
    }
    const read = readN3(bytes, metadata.identifier.value)
    if ('reason' in read)
      throw read.status === 400
        ? new BadRequestHttpError(read.reason)
        : new HttpError(422, 'UnprocessableEntityHttpError', read.reason)
    const { patch } = read
    const unfit = faultOfPatterns(patch.conditions)
    if (unfit) throw unfitPatch(unfit)
    const data = guardedStreamFrom([bytes], { objectMode: false })
    return { ...(patch as never as object), binary: true, data, metadata, isEmpty: false } as never
  }
}
