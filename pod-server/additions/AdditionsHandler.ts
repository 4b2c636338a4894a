import type { Quad } from '@rdfjs/types'
import {
  AccessMode,
  type AuxiliaryStrategy,
  BasicConditions,
  BasicRepresentation,
  type CredentialsExtractor,
  type ETagHandler,
  guardedStreamFrom,
  isContainerIdentifier,
  LDP,
  type ModesExtractor,
  type Operation,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type PermissionReader,
  RDF,
  RepresentationMetadata,
  ResetResponseDescription,
  ResponseDescription,
  type StorageLocationStrategy,
} from '@solid/community-server'
import { TB } from '#vocab/namespaces'
import type { PodEngine } from '../engine/PodEngine.ts'
import { readBounded } from '../server/read-bounded.ts'
import { refused } from '../server/refusal.ts'
import { OneByOne } from '../storage/OneByOne.ts'
import { readTurtle } from '../storage/rdf/read-turtle.ts'
import { NothingAdded } from './AdditionPatcher.ts'
import { judgeSubjects, type Refusal, refuse } from './addition.ts'
import { roomFor } from './inbox-room.ts'
import { additionOf, markAddition } from './ledger.ts'
import { n3Patch } from './n3-patch.ts'
import { isInbox, type Place, placeOf } from './place.ts'
import { RefusedAddition } from './refused-addition.ts'

const maxDocumentBytes = 1024 * 1024
const maxMessageBytes = 64 * 1024
const rdfTypes = new Set(['text/turtle', 'application/n-triples'])
const messageTypes = new Set(['application/ld+json', 'text/turtle'])

export interface AdditionsHandlerArgs {
  readonly credentialsExtractor: CredentialsExtractor
  readonly modesExtractor: ModesExtractor
  readonly permissionReader: PermissionReader
  readonly auxiliaryStrategy: AuxiliaryStrategy
  readonly storageStrategy: StorageLocationStrategy
  readonly eTagHandler: ETagHandler
  readonly operationHandler: OperationHttpHandler
  readonly engine: PodEngine
  readonly baseUrl: string
}

/**
 * Stands behind the authorization: a writer that has Append and no Write may only add, and plain `acl:Append` reaches
 * further (DESIGN §4). In a partner's container it adds new subjects to documents, in an inbox it leaves a message,
 * and nowhere does it annotate. Everybody else passes through.
 */
export class AdditionsHandler extends OperationHttpHandler {
  private readonly args: AdditionsHandlerArgs
  private readonly turns = new OneByOne()

  constructor(args: AdditionsHandlerArgs) {
    super()
    this.args = args
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    const { operation } = input
    const addition = await this.placeOfAddition(input)
    if (addition === undefined) return this.args.operationHandler.handleSafe(input)
    try {
      const refusal = await this.prepare(operation, addition)
      if (refusal) return refused(refusal)
      if (addition.place === 'inbox') return await this.leave(input, addition.from)
      const answer = await this.args.operationHandler.handleSafe(input)
      return withCount(answer, additionOf(operation.body)?.subjects)
    } catch (error) {
      if (error instanceof NothingAdded) return withCount(new ResetResponseDescription(), 0)
      if (error instanceof RefusedAddition) return refused(error.refusal)
      throw error
    }
  }

  /** One message after another, so that what came at once is counted too. */
  private leave(input: OperationHttpHandlerInput, from: string | undefined): Promise<ResponseDescription> {
    const { engine, baseUrl, operationHandler } = this.args
    const inbox = input.operation.target.path.slice(baseUrl.length, -1)
    return this.turns.run(inbox, async () => {
      const full = await roomFor({ what: 'message', from, inbox }, engine, baseUrl)
      return full ? refused(refuse(full)) : operationHandler.handleSafe(input)
    })
  }

  /** Where a writer adds that may do no more, and who it is; undefined for one that may, and for who only reads. */
  private async placeOfAddition({
    operation,
    request,
  }: OperationHttpHandlerInput): Promise<
    { place: Place; pod: string; from: string | undefined } | undefined
  > {
    const { method, target } = operation
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return undefined
    const storage = await this.args.storageStrategy.getStorageIdentifier(target).catch(() => undefined)
    if (!storage) return undefined
    const credentials = await this.args.credentialsExtractor.handleSafe(request)
    const requestedModes = await this.args.modesExtractor.handleSafe(operation)
    const permissions = await this.args.permissionReader.handleSafe({ credentials, requestedModes })
    return permissions.get(target)?.[AccessMode.write] === true
      ? undefined
      : { place: placeOf(target.path, storage.path), pod: storage.path, from: credentials.agent?.webId }
  }

  /** Judges what can be judged before the document is read, and marks the rest for the patcher. */
  private async prepare(
    operation: Operation,
    { place, pod }: { place: Place; pod: string },
  ): Promise<Refusal | undefined> {
    const { method, target, body } = operation
    if (this.args.auxiliaryStrategy.isAuxiliaryIdentifier(target)) return refuse('auxiliary-resource')
    if (place === 'elsewhere') return undefined
    if (place === 'inbox') {
      // Linked Data Notifications §3.2: a message is made by POST to the inbox itself.
      const isMessage = method === 'POST' && isInbox(target.path, pod) && !isContainerType(body.metadata)
      return isMessage && messageTypes.has(body.metadata.contentType ?? '')
        ? this.judgeMessage(operation)
        : refuse('not-a-message')
    }
    if (method === 'PATCH') {
      const patch = n3Patch(body)
      if (!patch || patch.deletes.length + patch.conditions.length > 0) return refuse('not-only-insertions')
      const refusal = judgeSubjects(target.path, patch.inserts)
      if (!refusal) markAddition(body)
      return refusal
    }
    if (method !== 'PUT' || isContainerIdentifier(target)) return refuse('method-not-accepted')
    // Append creates, it never replaces: whatever happened since the decision.
    operation.conditions = new BasicConditions(this.args.eTagHandler, { notMatchesETag: ['*'] })
    const type = body.metadata.contentType ?? ''
    if (type === 'application/pdf') return undefined
    return rdfTypes.has(type) ? this.judgeDocument(operation) : refuse('type-not-accepted')
  }

  private async judgeMessage(operation: Operation): Promise<Refusal | undefined> {
    const { body } = operation
    const bytes = await readBounded(body.data, maxMessageBytes)
    if (!bytes) return refuse('not-a-message')
    operation.body = new BasicRepresentation(guardedStreamFrom([bytes], { objectMode: false }), body.metadata)
    return undefined
  }

  private async judgeDocument(operation: Operation): Promise<Refusal | undefined> {
    const { target, body } = operation
    const bytes = await readBounded(body.data, maxDocumentBytes)
    if (!bytes) return refuse('too-large')
    const quads: Quad[] = []
    try {
      // Turtle is UTF-8 and nothing else: what a charset claims does not count.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      const format = body.metadata.contentType ?? 'text/turtle'
      const fault = readTurtle(text, format, target.path, (quad) => void quads.push(quad))
      if (fault) return refuse('not-turtle')
    } catch {
      return refuse('not-turtle')
    }
    operation.body = new BasicRepresentation(guardedStreamFrom([bytes], { objectMode: false }), body.metadata)
    return judgeSubjects(target.path, quads)
  }
}

/** Whether a `Link` header asks for a container to be made (Solid §5.3). */
const isContainerType = (metadata: RepresentationMetadata): boolean =>
  metadata.getAll(RDF.terms.type).some(({ value }) => value === LDP.Container || value === LDP.BasicContainer)

/** The number of subjects added, for a writer that cannot read: header `Traboule-Added`. */
function withCount(answer: ResponseDescription, subjects: number | undefined): ResponseDescription {
  if (subjects === undefined) return answer
  const metadata = answer.metadata ?? new RepresentationMetadata()
  metadata.add(`${TB}added` as never, String(subjects))
  return new ResponseDescription(answer.statusCode, metadata, answer.data)
}
