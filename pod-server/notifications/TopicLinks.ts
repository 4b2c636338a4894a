import { MetadataWriter } from '@solid/community-server'

type Input = Parameters<MetadataWriter['handle']>[0]

/** What is said of a topic is said of resources: an error, or what was made by a POST, is described by a node without a name. */
export class TopicLinks extends MetadataWriter {
  private readonly source: MetadataWriter

  constructor(source: MetadataWriter) {
    super()
    this.source = source
  }

  override async handle(input: Input): Promise<void> {
    if (input.metadata.identifier.termType === 'NamedNode') await this.source.handleSafe(input)
  }
}
