import {
  BadRequestHttpError,
  type BodyParserArgs,
  guardedStreamFrom,
  HttpError,
  N3PatchBodyParser,
} from '@solid/community-server'
import { maxPatchBytes, tooLarge } from '../server/BodyLimit.ts'
import { readBounded } from '../server/read-bounded.ts'
import { shortened } from '../storage/rdf/fault.ts'
import { readTurtle } from '../storage/rdf/read-turtle.ts'
import { unfitPatch } from './unfit-patch.ts'
import { faultOfPatterns } from './where.ts'

/** CSS's parser of N3 Patch, for patches whose cost follows their length. */
export class BoundedN3Patch extends N3PatchBodyParser {
  override async handle(input: BodyParserArgs): ReturnType<N3PatchBodyParser['handle']> {
    const bytes = await readBounded(input.request, maxPatchBytes)
    if (!bytes) {
      const { status, code, message } = tooLarge
      throw new HttpError(status, 'PayloadHttpError', `${message.fr} / ${message.en}`, { errorCode: code })
    }
    const text = bytes.toString('utf8')
    const fault = readTurtle(text, 'text/n3', input.metadata.identifier.value, () => undefined)
    if (fault) {
      const where = fault.line === undefined ? '' : ` on line ${fault.line}`
      throw new BadRequestHttpError(`Invalid N3: ${shortened(fault.reason)}${where}`)
    }
    const request = Object.assign(guardedStreamFrom(text), { headers: input.request.headers })
    const patch = await super.handle({ ...input, request: request as unknown as BodyParserArgs['request'] })
    const unfit = faultOfPatterns(patch.conditions)
    if (unfit) throw unfitPatch(unfit)
    return patch
  }
}
