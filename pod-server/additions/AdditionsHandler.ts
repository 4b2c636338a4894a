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
  type ModesExtractor,
  type Operation,
  OperationHttpHandler,
  type OperationHttpHandlerInput,
  type PermissionReader,
  RepresentationMetadata,
  ResetResponseDescription,
  ResponseDescription,
  type StorageLocationStrategy,
} from '@solid/community-server'
import { Parser } from 'n3'
import { TB } from '#vocab/namespaces'
import { readBounded } from '../server/read-bounded.ts'
import { refused } from '../server/refusal.ts'
import { NothingAdded } from './AdditionPatcher.ts'
import { isPartnerData, judgeSubjects, type Refusal, refuse } from './addition.ts'
import { additionOf, markAddition } from './ledger.ts'
import { n3Patch } from './n3-patch.ts'
import { RefusedAddition } from './refused-addition.ts'

const maxDocumentBytes = 1024 * 1024
const rdfTypes = new Set(['text/turtle', 'application/n-triples'])

export interface AdditionsHandlerArgs {
  readonly credentialsExtractor: CredentialsExtractor
  readonly modesExtractor: ModesExtractor
  readonly permissionReader: PermissionReader
  readonly auxiliaryStrategy: AuxiliaryStrategy
  readonly storageStrategy: StorageLocationStrategy
  readonly eTagHandler: ETagHandler
  readonly operationHandler: OperationHttpHandler
}

/**
 * Stands behind the authorization: a writer in a partner's container that has Append and no Write may only add
 * (DESIGN §4; plain `acl:Append` reaches further). Everybody else passes through.
 */
export class AdditionsHandler extends OperationHttpHandler {
  private readonly args: AdditionsHandlerArgs

  constructor(args: AdditionsHandlerArgs) {
    super()
    this.args = args
  }

  override async handle(input: OperationHttpHandlerInput): Promise<ResponseDescription> {
    if (!(await this.mayOnlyAdd(input))) return this.args.operationHandler.handleSafe(input)
    const { operation } = input
    try {
      const refusal = await this.prepare(operation)
      if (refusal) return refused(refusal)
      const answer = await this.args.operationHandler.handleSafe(input)
      return withCount(answer, additionOf(operation.body)?.subjects)
    } catch (error) {
      if (error instanceof NothingAdded) return withCount(new ResetResponseDescription(), 0)
      if (error instanceof RefusedAddition) return refused(error.refusal)
      throw error
    }
  }

  private async mayOnlyAdd({ operation, request }: OperationHttpHandlerInput): Promise<boolean> {
    const { method, target } = operation
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
    const storage = await this.args.storageStrategy.getStorageIdentifier(target).catch(() => undefined)
    if (!storage || !isPartnerData(target.path, storage.path)) return false
    const credentials = await this.args.credentialsExtractor.handleSafe(request)
    const requestedModes = await this.args.modesExtractor.handleSafe(operation)
    const permissions = await this.args.permissionReader.handleSafe({ credentials, requestedModes })
    return permissions.get(target)?.[AccessMode.write] !== true
  }

  /** Judges what can be judged before the document is read, and marks the rest for the patcher. */
  private async prepare(operation: Operation): Promise<Refusal | undefined> {
    const { method, target, body } = operation
    if (this.args.auxiliaryStrategy.isAuxiliaryIdentifier(target)) return refuse('auxiliary-resource')
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

  private async judgeDocument(operation: Operation): Promise<Refusal | undefined> {
    const { target, body } = operation
    const bytes = await readBounded(body.data, maxDocumentBytes)
    if (!bytes) return refuse('too-large')
    let quads: Quad[]
    try {
      quads = new Parser({ baseIRI: target.path, format: body.metadata.contentType ?? 'text/turtle' }).parse(
        bytes.toString('utf8'),
      )
    } catch {
      return refuse('not-turtle')
    }
    operation.body = new BasicRepresentation(guardedStreamFrom([bytes], { objectMode: false }), body.metadata)
    return judgeSubjects(target.path, quads)
  }
}

/** The number of subjects added, for a writer that cannot read: header `Traboule-Added`. */
function withCount(answer: ResponseDescription, subjects: number | undefined): ResponseDescription {
  if (subjects === undefined) return answer
  const metadata = answer.metadata ?? new RepresentationMetadata()
  metadata.add(`${TB}added` as never, String(subjects))
  return new ResponseDescription(answer.statusCode, metadata, answer.data)
}
