import { aclOf, type Grant, type Who, type World } from '../access/testing/model.ts'
import { logInToApp, registerApp } from './app-session.ts'
import { HostileProvider } from './hostile-provider.ts'
import { insert, makeCitizen, makePartner, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

/** Somebody who asks, and who that is to the model of the rules. */
export interface Asker {
  readonly fetch: typeof fetch
  readonly who: Omit<Who, 'origin'>
  /** What they are told where they may not. */
  readonly refused: 401 | 403
}

/** The first leaves it to CSS (see parity.test.ts). */
export const doors = {
  css: { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' },
  hot: {},
} as const
export type Door = keyof typeof doors

/** Alice's pod, with a bank's container in it, and everybody who asks there. */
export class Askers {
  readonly server: TestPod
  readonly alice: TestCitizen
  readonly bob: TestCitizen
  readonly world: World
  /** Of the bank, with what it has sent. */
  readonly container: string
  readonly document: string
  /** The bank's own, to add there. */
  readonly partnerGrant: string
  readonly all: Readonly<Record<string, Asker>>
  private readonly provider: HostileProvider

  private constructor(
    it: Pick<Askers, 'server' | 'alice' | 'bob' | 'world' | 'container' | 'partnerGrant' | 'all'>,
    provider: HostileProvider,
  ) {
    this.server = it.server
    this.alice = it.alice
    this.bob = it.bob
    this.world = it.world
    this.container = it.container
    this.document = `${it.container}a1/2025-01.ttl`
    this.partnerGrant = it.partnerGrant
    this.all = it.all
    this.provider = provider
  }

  static async open(): Promise<Askers> {
    const [server, provider] = await Promise.all([TestPod.start(), HostileProvider.start()])
    const alice = await makeCitizen(server, 'alice')
    const bob = await makeCitizen(server, 'bob')
    const bank = await makePartner(server, 'banque', 'bank')
    const connect = { partner: 'banque', pod: alice.pod }
    const { container, grant: partnerGrant } = await alice.account.agent<{
      container: string
      grant: string
    }>('partners', connect)
    await bank.fetch(`${container}a1/2025-01.ttl`, insert('<#one> a tb:BankOperation.'))
    const world: World = {
      alice: alice.webId,
      bob: bob.webId,
      budget: server.app('budget').clientId,
      ours: server.baseUrl.slice(0, -1),
      other: provider.url,
      groups: `${alice.pod}groups.ttl`,
    }
    const group = (name: string, member: string) =>
      `<#${name}> <http://www.w3.org/2006/vcard/ns#hasMember> <${member}>.`
    const body = group('friends', bob.webId) + group('apps', world.budget) + group('issuers', server.baseUrl)
    await alice.fetch(world.groups, turtle(body))
    const all = await everybody(server, provider, alice, bob)
    return new Askers({ server, alice, bob, world, container, partnerGrant, all }, provider)
  }

  /** Makes these the rules of a container, beside that of the one who writes them. @returns the status. */
  async rule(container: string, grants: readonly Grant[], more = ''): Promise<number> {
    const keeper = `<#keeper> a acl:Authorization; acl:agent <${this.alice.webId}>; acl:accessTo <${container}>; acl:default <${container}>;
  acl:mode acl:Control; acl:condition [ a acl:ClientCondition; acl:clientClass tb:OwnCredentials ].`
    const text = aclOf(grants, container, this.world, keeper + more)
    return (await this.alice.fetch(`${container}.acl`, turtle(text))).status
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.provider[Symbol.asyncDispose]()
    await this.server[Symbol.asyncDispose]()
  }
}

/** Whatever the rules are, the one who writes them keeps the right to. */
export const keptBy = ({ agent, client }: Omit<Who, 'origin'>): readonly string[] =>
  agent === 'alice' && client === 'own' ? ['control'] : []

export const turtle = (body: string): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'text/turtle' },
  body,
})

async function everybody(
  server: TestPod,
  provider: HostileProvider,
  alice: TestCitizen,
  bob: TestCitizen,
): Promise<Readonly<Record<string, Asker>>> {
  const ours = { agent: 'alice', issuer: 'ours' } as const
  const nobody = { agent: 'nobody', client: 'none', issuer: 'none' } as const
  const stranger = { agent: 'carol', issuer: 'other' } as const
  const [home, budget] = [server.app('home').clientId, server.app('budget').clientId]
  const logIn = (app: Parameters<typeof logInToApp>[2]) => logInToApp(server, alice, app)
  const claims = (webId: string, client: string) => provider.session(webId, client)
  const asker = (as: typeof fetch, who: Asker['who']): Asker => ({
    fetch: as,
    who,
    refused: who.agent === 'nobody' ? 401 : 403,
  })
  return {
    nobody: asker(fetch, nobody),
    owner: asker(alice.fetch, { ...ours, client: 'own' }),
    home: asker(await logIn('home'), { ...ours, client: 'home' }),
    budget: asker(await logIn('budget'), { ...ours, client: 'budget' }),
    registered: asker(await logIn(await registerApp(server)), { ...ours, client: 'registered' }),
    // Bob's own credentials are his own in his own pod.
    bob: asker(bob.fetch, { agent: 'bob', client: 'other', issuer: 'ours' }),
    // Of another issuer, which says of its clients what it likes, and of nobody here who they are.
    stranger: asker(await claims(provider.webId, 'https://app.example/id'), { ...stranger, client: 'other' }),
    'as home': asker(await claims(provider.webId, home), { ...stranger, client: 'home' }),
    'as budget': asker(await claims(provider.webId, budget), { ...stranger, client: 'budget' }),
    'as alice': asker(await claims(alice.webId, home), nobody),
  }
}
