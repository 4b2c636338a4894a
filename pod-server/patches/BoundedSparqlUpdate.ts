import {
  BadRequestHttpError,
  type BodyParserArgs,
  guardedStreamFrom,
  type Logger,
  type SimpleLogger,
  SparqlUpdateBodyParser,
  type SparqlUpdatePatch,
  WrappingLogger,
} from '@solid/community-server'
import { readBounded } from '../server/read-bounded.ts'
import { faultOfUpdate, type Update } from './sparql-cost.ts'
import { unfitPatch } from './unfit-patch.ts'

const maxBytes = 64 * 1024
/** The parser's time doubles with each group inside a group: 2,000 of them take a second, 20,000 stop the server. */
const maxDepth = 12

/** CSS's parser of SPARQL Update, within bounds that keep it short. Solid asks for N3 Patch; old clients send this. */
export class BoundedSparqlUpdate extends SparqlUpdateBodyParser {
  /** CSS writes down what it could not read, which is what a pod would hold. */
  protected override readonly logger: Logger = new WrappingLogger(nothing)

  override async handle(input: BodyParserArgs): Promise<SparqlUpdatePatch> {
    const bytes = await readBounded(input.request, maxBytes)
    const text = bytes?.toString('utf8') ?? ''
    if (!bytes || depthOf(text) > maxDepth) {
      throw new BadRequestHttpError(
        'This SPARQL Update is too large or too nested: send an N3 Patch (text/n3).',
      )
    }
    const request = Object.assign(guardedStreamFrom(text), { headers: input.request.headers })
    const patch = await super.handle({ ...input, request: request as unknown as BodyParserArgs['request'] })
    const fault = faultOfUpdate(patch.algebra as unknown as Update, text.length)
    if (fault) throw unfitPatch(fault)
    return patch
  }
}

const nothing: SimpleLogger = { log: () => nothing }

/** How deep brackets stand in one another; those in texts count too, which refuses a little more. */
export function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const character of text) {
    if ('{[('.includes(character)) deepest = Math.max(deepest, ++depth)
    else if ('}])'.includes(character)) depth -= 1
  }
  return deepest
}
