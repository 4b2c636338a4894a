import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aclOf,
  anyGrant,
  choices,
  type Grant,
  modesOf,
  numbersFrom,
  oneOf,
  type Who,
  type World,
} from '../access/testing/model.ts'
import { logInToApp } from './app-session.ts'
import { insert, makeCitizen, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

/** Each grant is asked by everybody, to read and to add, at both doors: 480 cases. */
const grantCount = 24

interface Asker {
  readonly fetch: typeof fetch
  readonly who: Omit<Who, 'origin'>
}

let server: TestPod
let alice: TestCitizen
let world: World
let askers: Readonly<Record<string, Asker>>

const turtle = (body: string): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'text/turtle' },
  body,
})
const put = async (url: string, body: string) => expect((await alice.fetch(url, turtle(body))).ok).toBe(true)

beforeAll(async () => {
  server = await TestPod.start()
  alice = await makeCitizen(server, 'alice')
  const bob = await makeCitizen(server, 'bob')
  world = {
    alice: alice.webId,
    bob: bob.webId,
    budget: server.app('budget').clientId,
    ours: server.baseUrl.slice(0, -1),
    other: 'https://issuer.example/',
    groups: `${alice.pod}groups.ttl`,
  }
  const group = (name: string, member: string) =>
    `<#${name}> <http://www.w3.org/2006/vcard/ns#hasMember> <${member}>.`
  await put(
    world.groups,
    group('friends', bob.webId) + group('apps', world.budget) + group('issuers', server.baseUrl),
  )
  const ours = { agent: 'alice', issuer: 'ours' } as const
  askers = {
    nobody: { fetch, who: { agent: 'nobody', client: 'none', issuer: 'none' } },
    owner: { fetch: alice.fetch, who: { ...ours, client: 'own' } },
    home: { fetch: await logInToApp(server, alice, 'home'), who: { ...ours, client: 'home' } },
    budget: { fetch: await logInToApp(server, alice, 'budget'), who: { ...ours, client: 'budget' } },
    // Bob's own credentials are his own in his own pod.
    bob: { fetch: bob.fetch, who: { agent: 'bob', client: 'other', issuer: 'ours' } },
  }
})
afterAll(async () => server?.[Symbol.asyncDispose]())

/** The one who writes the rules keeps the right to. */
const keeper = (container: string) =>
  `<#keeper> a acl:Authorization; acl:agent <${alice.webId}>; acl:accessTo <${container}>; acl:default <${container}>;
  acl:mode acl:Control; acl:condition [ a acl:ClientCondition; acl:clientClass tb:OwnCredentials ].`
const keptBy = ({ agent, client }: Omit<Who, 'origin'>) =>
  agent === 'alice' && client === 'own' ? ['control'] : []
const rule = (container: string, grants: readonly Grant[]) =>
  put(`${container}.acl`, aclOf(grants, container, world, keeper(container)))

/** The first leaves it to CSS (see parity.test.ts). */
const doors = {
  css: { 'accept-datetime': 'Wed, 25 Nov 2026 08:00:00 GMT' },
  hot: {},
} as const
type Door = keyof typeof doors
const origins = {
  good: { origin: 'https://good.example' },
  evil: { origin: 'https://evil.example' },
  none: {},
}

const modesIn = (header: string | null, whose: 'user' | 'public') =>
  (new RegExp(`${whose}="([^"]*)"`).exec(header ?? '')?.[1] ?? '').split(' ').filter(Boolean).sort()

describe('who, with which client, granted what, when, from where, at which door', () => {
  it(`answers as the model of the rules says, in ${grantCount * 20} cases`, async () => {
    const random = numbersFrom(7)
    const wrong: unknown[] = []
    const seen = new Map<number, number>()
    const see = (what: object, got: unknown, meant: unknown) => {
      if (JSON.stringify(got) !== JSON.stringify(meant)) wrong.push({ ...what, got, meant })
    }
    const one = async (n: number): Promise<void> => {
      const container = `${alice.pod}table/${n}/`
      const document = `${container}a.ttl`
      // Of each choice each, in turns: one grant that is narrowed in one way, and one that is narrowed in any.
      const wide = { client: 'any', issuer: 'any', validity: 'any', origin: 'any', reach: 'both' } as const
      const narrow = oneOf(Object.keys(wide) as (keyof typeof wide)[], random)
      const { [narrow]: _, ...fixed } = wide
      const subject = choices.subject[n % choices.subject.length] as Grant['subject']
      const mode = (['Read', 'Append', 'Write'] as const)[n % 3] as Grant['mode']
      const grants = [anyGrant(random, { ...fixed, subject, mode }), anyGrant(random)]
      const origin = oneOf(['good', 'evil', 'none'] as const, random)
      await put(document, '<#a> <#b> 1 .')
      await rule(container, grants)
      for (const [name, { fetch: as, who }] of Object.entries(askers))
        for (const door of ['hot', 'css'] as const) {
          const headers = { ...doors[door], ...origins[origin] }
          const modes = [
            ...new Set([...modesOf(grants, { ...who, origin }, Date.now(), true), ...keptBy(who)]),
          ].sort()
          const refused = who.agent === 'nobody' ? 401 : 403
          const what = { grants, name, door, origin }
          const read = await as(document, { headers })
          see({ ...what, to: 'read' }, read.status, modes.includes('read') ? 200 : refused)
          if (read.status === 200)
            see({ ...what, to: 'be told' }, modesIn(read.headers.get('wac-allow'), 'user'), modes)
          const { method = '', headers: typed, body = '' } = insert('<#a> <#b> 1 .')
          const add = await as(document, { method, body, headers: { ...(typed as object), ...headers } })
          see({ ...what, to: 'add' }, add.status, modes.includes('append') ? 205 : refused)
          for (const { status } of [read, add]) seen.set(status, (seen.get(status) ?? 0) + 1)
        }
    }
    for (let n = 0; n < grantCount; n += 4) await Promise.all([0, 1, 2, 3].map((it) => one(n + it)))
    expect(wrong).toEqual([])
    expect([...seen.values()].reduce((sum, it) => sum + it, 0)).toBe(grantCount * 20)
    for (const status of [200, 205, 401, 403]) expect(seen.get(status) ?? 0, `${status}`).toBeGreaterThan(10)
  }, 60_000)
})

describe('of no sequence of grants, withdrawals, ends, edits and crashes', () => {
  it.each([1, 2, 3])(
    'comes a read that the model refuses: %i',
    async (seed) => {
      const random = numbersFrom(seed)
      const container = `${alice.pod}sequence/${seed}/`
      const document = `${container}a.ttl`
      let grants: readonly Grant[] = []
      const read = { mode: 'Read', origin: 'any', reach: 'both' } as const
      const lent = { ...read, subject: 'bob', client: 'any', issuer: 'ours', validity: 'now' } as const
      const wrong: unknown[] = []
      await put(document, '<#a> <#b> 1 .')
      await rule(container, grants)
      const etags = new Map<string, string>()
      const look = async (name: string, { fetch: as, who }: Asker, door: Door) => {
        const may = () => modesOf(grants, { ...who, origin: 'none' }, Date.now(), true).includes('read')
        const before = may()
        const known = etags.get(name)
        const answer = await as(document, {
          headers: { ...doors[door], ...(known ? { 'if-none-match': known } : {}) },
        })
        const isRead = answer.status === 200 || answer.status === 304
        const etag = answer.headers.get('etag')
        if (isRead && etag) etags.set(name, etag)
        // While it was asked a grant may have ended.
        if (![before, may()].includes(isRead)) wrong.push({ grants, name, door, status: answer.status })
      }
      /** The server ends without a word while rules are written, or right after. @returns those that stand. */
      const crash = async (next: readonly Grant[], step: number, waits: boolean) => {
        const mark = `<#step> <#is> ${step} .`
        const text = aclOf(next, container, world, `${keeper(container)}\n${mark}`)
        const writing = alice.fetch(`${container}.acl`, turtle(text)).then(
          ({ ok }) => ok,
          () => false,
        )
        if (waits) await writing
        await server.end('SIGKILL')
        const isAcknowledged = await writing
        await server.start()
        const isThere = (await (await alice.fetch(`${container}.acl`)).text()).includes(mark)
        if (isAcknowledged && !isThere) wrong.push({ step, lost: next })
        return isThere ? next : grants
      }
      for (let step = 0; step < 10; step++) {
        const until = Math.floor(Date.now() / 1000) * 1000 + 1000
        const read = { mode: 'Read', origin: 'any', reach: 'both' } as const
        const what = oneOf(['grant', 'lend', 'lend', 'withdraw', 'edit'], random)
        if (what === 'grant') grants = [...grants, anyGrant(random, read)].slice(-4)
        if (what === 'lend') grants = [...grants, anyGrant(random, { ...lent, until })].slice(-4)
        if (what === 'withdraw') grants = grants.slice(1)
        if (what === 'edit') grants = grants.map(() => anyGrant(random, read))
        // A start takes seconds: one while rules are written, one after.
        const [, ...kept] = grants
        if (seed === 1 && (step === 3 || step === 7)) grants = await crash(kept, step, step === 7)
        else await rule(container, grants)
        for (const [name, asker] of Object.entries(askers))
          if (name !== 'home') for (const door of ['hot', 'css'] as const) await look(name, asker, door)
      }
      expect(wrong).toEqual([])

      // What is lent is read until its second is over, and not once after.
      const until = Math.floor(Date.now() / 1000) * 1000 + 1000
      await rule(container, [anyGrant(random, { ...lent, until })])
      const bob = askers['bob'] as Asker
      const headers = { 'if-none-match': etags.get('owner') ?? etags.get('bob') ?? '"none"' }
      for (;;) {
        const asked = Date.now()
        const { status } = await bob.fetch(document, { headers })
        if (status === 403) break
        expect([[200, 304].includes(status), asked <= until]).toEqual([true, true])
      }
      expect(Date.now()).toBeGreaterThan(until)
    },
    60_000,
  )
})
