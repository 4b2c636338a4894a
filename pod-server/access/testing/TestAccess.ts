import {
  AS,
  ChainedConverter,
  ComposedAuxiliaryStrategy,
  RepresentationConvertingStore,
  RoutingAuxiliaryStrategy,
  SingleRootIdentifierStrategy,
  SuffixAuxiliaryIdentifierStrategy,
} from '@solid/community-server'
import { TestIssuer } from '../../credentials/testing/TestIssuer.ts'
import { container, document } from '../../engine/testing/changes.ts'
import { OutgoingReader } from '../../outgoing/OutgoingReader.ts'
import { appSite, readSettings } from '../../settings.ts'
import { Addresses } from '../../storage/Addresses.ts'
import { ClosedRdfParser } from '../../storage/ClosedRdfParser.ts'
import { CommittingStore } from '../../storage/CommittingStore.ts'
import { EngineAccessor } from '../../storage/EngineAccessor.ts'
import { writeNotice } from '../../storage/notice.ts'
import { PodStore } from '../../storage/PodStore.ts'
import { Access } from '../Access.ts'
import { Clients } from '../Clients.ts'
import { CompiledAcls } from '../CompiledAcls.ts'
import { ForeignGroups } from '../ForeignGroups.ts'

const settings = readSettings({ flags: {}, env: {} })
const { baseUrl } = settings

/** The access decision over an engine of its own, where whoever tests writes rules and documents; nothing listens. */
export class TestAccess {
  readonly issuer: TestIssuer
  readonly acls: CompiledAcls
  readonly access: Access
  readonly addresses = new Addresses(baseUrl)
  readonly baseUrl = baseUrl
  readonly store: CommittingStore

  private constructor(issuer: TestIssuer) {
    const { engine, accounts } = issuer
    this.issuer = issuer
    this.store = new CommittingStore(storeOf(), engine)
    this.acls = new CompiledAcls(this.store, engine, baseUrl)
    const classes = new Clients(appSite(settings, 'home').clientId, accounts, baseUrl)
    const groups = new ForeignGroups(new OutgoingReader(settings))
    this.access = new Access(engine, this.acls, classes, groups, baseUrl)
  }

  static async open(): Promise<TestAccess> {
    return new TestAccess(await TestIssuer.open())
  }

  get engine() {
    return this.issuer.engine
  }

  /** A container, of which nobody is told. */
  async make(path: string): Promise<void> {
    await this.engine.commit({ changes: [container(path)] })
  }

  /** A document of Turtle, of which whoever listens is told, unless another server has written it. */
  async put(path: string, text: string, { isTold = true } = {}): Promise<number> {
    const url = this.addresses.url({ path, isContainer: false })
    return this.engine.commit({
      changes: [{ ...document(path, text), contentType: 'text/turtle' }],
      notices: isTold ? [writeNotice({ url, activity: AS.Update })] : [],
    })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.issuer[Symbol.asyncDispose]()
  }
}

/** CSS's store on the engine, as config/storage.json composes it, as far as rules are read by it. */
function storeOf() {
  const strategy = (suffix: string, isOwn: boolean) =>
    new ComposedAuxiliaryStrategy(
      new SuffixAuxiliaryIdentifierStrategy(suffix),
      undefined,
      undefined,
      isOwn,
      isOwn,
    )
  const descriptions = strategy('.meta', false)
  const pods = new PodStore(
    new EngineAccessor(baseUrl),
    new SingleRootIdentifierStrategy(baseUrl),
    new RoutingAuxiliaryStrategy([strategy('.acl', true), descriptions]),
    descriptions,
  )
  const outConverter = new ChainedConverter([new ClosedRdfParser()])
  return new RepresentationConvertingStore(pods, descriptions, { outConverter })
}
