import { AccessMode, type Credentials, IdentifierSetMultiMap } from '@solid/community-server'
import { Writer } from 'n3'
import { TB } from '#vocab/namespaces'
import { wholeSpace } from '#vocab/whole-space'
import { AccessReader } from '../../access/AccessReader.ts'
import { TestAccess } from '../../access/testing/TestAccess.ts'
import { unpackBody } from '../../storage/bytes.ts'
import { type Basis, basis } from '../../storage/request.ts'
import type { Agreement } from '../agreement.ts'
import { untilConsentEnds } from '../give.ts'
import { ownerQuads } from '../grant.ts'
import { PodGrants } from '../PodGrants.ts'

const dayMs = 24 * 3600 * 1000
const told = { fr: 'Pour voir', en: 'To see' }

/** The grants of pods on an engine of their own, and what somebody asks over HTTP once they are let through; nothing listens. */
export class TestGrants {
  readonly test: TestAccess
  readonly grants: PodGrants
  private readonly reader: AccessReader

  private constructor(test: TestAccess) {
    this.test = test
    this.grants = new PodGrants(test.store, test.engine, test.baseUrl)
    this.reader = new AccessReader(test.access)
  }

  static async open(): Promise<TestGrants> {
    return new TestGrants(await TestAccess.open())
  }

  /** A pod, with its owner's rules. @returns its address. */
  async pod(name: string): Promise<string> {
    const { test } = this
    await test.make(name)
    for (const place of ['data', 'data/bank', 'notes', 'profile']) await test.make(`${name}/${place}`)
    const pod = `${test.baseUrl}${name}/`
    await this.rule(pod)
    return pod
  }

  ownerOf(pod: string): string {
    return `${pod}profile/card#me`
  }

  /** Gives a place the owner's rules, as another server would. */
  async rule(place: string): Promise<void> {
    const { baseUrl } = this.test
    const pod = new URL(`/${new URL(place).pathname.split('/')[1]}/`, baseUrl).href
    const own = new Writer({ format: 'N-Triples' }).quadsToString(
      ownerQuads(place, this.ownerOf(pod), baseUrl),
    )
    await this.test.put(this.aclOf(place), own)
  }

  /** Changes the rules of a place, as another server would: nobody judges them. Prefixes are there. */
  async rewrite(place: string, change: (rules: string) => string): Promise<void> {
    const rules = (await this.rulesOf(place)) ?? ''
    await this.test.put(this.aclOf(place), `${prefixes}${change(rules)}`)
  }

  async rulesOf(place: string): Promise<string | undefined> {
    const { engine } = this.test
    const stored = await engine.get(this.aclOf(place))
    const body = stored && (await engine.body(stored.path, stored.version))
    return stored && body && (await unpackBody(body, stored.encoding)).toString('utf8')
  }

  /** With the partner of some name, who then has a container. */
  connect(pod: string, id: string, domain = 'bank') {
    const webId = `https://${id}.example/#org`
    const partner = { id, name: id, domain, webId }
    const owner = this.ownerOf(pod)
    return this.grants.connect({ pod, owner, issuer: this.test.baseUrl, partner, page: '.account/' })
  }

  /** Lets an app into all of a pod. @returns the id of the grant. */
  letIn(pod: string, ms = dayMs, client = 'https://app.example/id'): Promise<string> {
    const party = { iri: client, name: 'app.example', contact: 'https://app.example/' }
    const owner = this.ownerOf(pod)
    const agreement: Agreement = {
      citizen: owner,
      kind: 'app',
      agent: owner,
      client,
      issuer: this.test.baseUrl,
      recipient: party,
      controller: party,
      storage: { location: 'https://app.example/', told, until: untilConsentEnds },
      page: '.agent/trust',
      purposes: [{ category: wholeSpace.id, purpose: `${TB}ChosenApp`, why: told, required: false }],
      until: new Date(Date.now() + ms).toISOString().replace(/\.\d+Z$/, 'Z'),
    }
    return this.grants.letIn(pod, agreement)
  }

  withdraw(pod: string, id: string): Promise<boolean> {
    return this.grants.withdraw(pod, this.ownerOf(pod), id, `${this.test.baseUrl}.account/`)
  }

  /** Does what somebody asks, decided as over HTTP, though they are let through whatever they may. */
  async as<T>(who: Credentials, url: string, work: () => Promise<T>): Promise<T> {
    const decided: Basis = { acls: new Map(), controlled: new Set(), by: {} }
    return basis.run(decided, async () => {
      const requestedModes = new IdentifierSetMultiMap([[{ path: url }, AccessMode.write]])
      await this.reader.handle({ credentials: who, requestedModes })
      return work()
    })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.test[Symbol.asyncDispose]()
  }

  private aclOf(place: string): string {
    return this.test.addresses.path(`${place}.acl`)
  }
}

const prefixes = `@prefix acl: <http://www.w3.org/ns/auth/acl#>.
@prefix tb: <https://w3id.org/traboule/ns#>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
`
