import {
  type AuxiliaryIdentifierStrategy,
  addHeader,
  MetadataWriter,
  type MetadataWriterInput,
} from '@solid/community-server'
import { ACL } from '#vocab/namespaces'
import { supportedConditions } from './conditions.ts'

/** Advertises the condition types that this server evaluates, on ACL resources (WAC, Access Conditions). */
export class ConditionLinks extends MetadataWriter {
  private readonly aclStrategy: AuxiliaryIdentifierStrategy

  constructor(aclStrategy: AuxiliaryIdentifierStrategy) {
    super()
    this.aclStrategy = aclStrategy
  }

  override async handle({ response, metadata }: MetadataWriterInput): Promise<void> {
    if (!this.aclStrategy.isAuxiliaryIdentifier({ path: metadata.identifier.value })) return
    addHeader(
      response,
      'Link',
      supportedConditions.map((type) => `<${type}>; rel="${ACL}condition"`),
    )
  }
}
