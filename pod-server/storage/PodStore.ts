import { Readable } from 'node:stream'
import {
  type AuxiliaryStrategy,
  addResourceMetadata,
  BasicRepresentation,
  DataAccessorBasedStore,
  DC,
  type IdentifierStrategy,
  INTERNAL_QUADS,
  isContainerIdentifier,
  LDP,
  POSIX,
  PREFERRED_PREFIX_TERM,
  RDF,
  type Representation,
  RepresentationMetadata,
  type ResourceIdentifier,
  SOLID_META,
  toNamedTerm,
  XSD,
} from '@solid/community-server'
import type { EngineAccessor } from './EngineAccessor.ts'
import { type Child, listing } from './listing.ts'
import { VERSION } from './metadata.ts'

const prefixes = { dc: DC, ldp: LDP, posix: POSIX, xsd: XSD }

/** CSS's store on the engine. A container's children are read as fast as they are sent, and never held all at once. */
export class PodStore extends DataAccessorBasedStore {
  private readonly pods: EngineAccessor
  private readonly auxiliaries: AuxiliaryStrategy
  private readonly descriptions: AuxiliaryStrategy

  constructor(
    accessor: EngineAccessor,
    identifierStrategy: IdentifierStrategy,
    auxiliaryStrategy: AuxiliaryStrategy,
    metadataStrategy: AuxiliaryStrategy,
  ) {
    super(accessor, identifierStrategy, auxiliaryStrategy, metadataStrategy)
    this.pods = accessor
    this.auxiliaries = auxiliaryStrategy
    this.descriptions = metadataStrategy
  }

  override async getRepresentation(identifier: ResourceIdentifier): Promise<Representation> {
    this.validateIdentifier(identifier)
    const isDescription = this.descriptions.isAuxiliaryIdentifier(identifier)
    const subject = isDescription ? this.descriptions.getSubjectIdentifier(identifier) : identifier
    const metadata = await this.pods.getMetadata(subject)
    await this.auxiliaries.addMetadata(metadata)
    const isContainer = isContainerIdentifier(subject)
    if (!isDescription && !isContainer)
      return new BasicRepresentation(await this.pods.getData(subject), metadata)
    const own = metadata.quads().filter(({ predicate }) => !predicate.equals(VERSION))
    const about = isDescription ? descriptionOf(identifier) : metadata
    for (const [prefix, { terms }] of Object.entries(prefixes))
      about.addQuad(terms.namespace, PREFERRED_PREFIX_TERM, prefix, SOLID_META.terms.ResponseMetadata)
    if (!isContainer) return new BasicRepresentation(own, about, INTERNAL_QUADS)
    const latest = await this.pods.latest()
    const children = this.childrenOf(subject)
    const first = await children.next()
    // CSS tells by it whether the container may be deleted.
    if (!first.done)
      about.add(LDP.terms.contains, toNamedTerm(first.value.path), SOLID_META.terms.ResponseMetadata)
    const again = isDescription ? undefined : this.childrenOf(subject)
    const triples = listing(subject, own, resumed(first, children), again, latest)
    return new BasicRepresentation(Readable.from(triples), about, INTERNAL_QUADS)
  }

  /** The name that a POST asks for is a suggestion (Solid §5.3): one that gives no address is passed over. */
  protected override createURI(
    container: ResourceIdentifier,
    isContainer: boolean,
    slug?: string,
  ): ResourceIdentifier {
    const suggested = this.suggestedURI(container, isContainer, slug)
    // Where the server alone writes, nothing stands in its way. Those of annotations are refused, by CSS.
    return suggested &&
      !this.pods.isKept(suggested) &&
      (this.pods.isAddress(suggested) || this.auxiliaries.isAuxiliaryIdentifier(suggested))
      ? suggested
      : super.createURI(container, isContainer)
  }

  private suggestedURI(
    container: ResourceIdentifier,
    isContainer: boolean,
    slug: string | undefined,
  ): ResourceIdentifier | undefined {
    try {
      return super.createURI(container, isContainer, slug)
    } catch (error) {
      if (error instanceof URIError) return undefined
      throw error
    }
  }

  /** Read when they are asked for, though as the request sees them that this is called in. */
  private childrenOf(container: ResourceIdentifier): AsyncGenerator<Child, undefined> {
    return this.proper(this.pods.children(container))
  }

  private async *proper(children: AsyncIterable<Child>): AsyncGenerator<Child, undefined> {
    for await (const child of children) if (!this.auxiliaries.isAuxiliaryIdentifier(child)) yield child
    return undefined
  }
}

async function* resumed(first: IteratorResult<Child>, rest: AsyncIterable<Child>): AsyncIterable<Child> {
  if (first.done) return
  yield first.value
  yield* rest
}

function descriptionOf(identifier: ResourceIdentifier): RepresentationMetadata {
  const metadata = new RepresentationMetadata(identifier)
  addResourceMetadata(metadata, false)
  metadata.add(RDF.terms.type, SOLID_META.terms.DescriptionResource)
  return metadata
}
