import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { anyClientClass, compileAcl, homeAppClass, ownCredentialsClass } from './acl.ts'
import { type Asker, decide } from './decide.ts'
import {
  aclOf,
  anyGrant,
  type Grant,
  modesOf,
  numbersFrom,
  oneOf,
  over,
  toCome,
  type Who,
  type World,
} from './testing/model.ts'

const container = 'https://pods.example/alice/box/'
const world: World = {
  alice: 'https://pods.example/alice/profile/card#me',
  bob: 'https://bob.example/#me',
  budget: 'https://budget.example/id',
  ours: 'https://pods.example',
  other: 'https://issuer.example/',
  groups: 'https://pods.example/alice/groups',
}

const agents = ['alice', 'bob', 'carol', 'nobody'] as const
const clients = ['budget', 'home', 'own', 'other', 'registered', 'none'] as const
const issuers = ['ours', 'other', 'none'] as const
const origins = ['good', 'evil', 'none'] as const
const everybody: readonly Who[] = agents.flatMap((agent) =>
  clients.flatMap((client) =>
    issuers.flatMap((issuer) => origins.map((origin) => ({ agent, client, issuer, origin }))),
  ),
)
const times = [over - 1, over, Date.UTC(2026, 10, 25), toCome, toCome + 1]

/** As the server verifies it. */
function askerOf({ agent, client, issuer, origin }: Who, now: number): Asker {
  const group = (name: string, isIn: boolean) => new Set(isIn ? [`${world.groups}#${name}`] : [])
  const webIds = { alice: world.alice, bob: world.bob, carol: 'https://carol.example/#me', nobody: undefined }
  const ids = {
    budget: world.budget,
    home: 'https://home.example/id',
    own: undefined,
    other: 'https://other.example/id',
    registered: undefined,
    none: undefined,
  }
  const own: Readonly<Record<string, string>> = { home: homeAppClass, own: ownCredentialsClass }
  const isClient = client !== 'registered' && client !== 'none'
  return {
    webId: webIds[agent],
    client: ids[client],
    issuer: { ours: 'https://pods.example/', other: world.other, none: undefined }[issuer],
    origin: { good: 'https://good.example', evil: 'https://evil.example', none: undefined }[origin],
    clientClasses: new Set(isClient ? [anyClientClass, own[client] ?? anyClientClass] : []),
    groups: group('friends', agent === 'bob'),
    clientGroups: group('apps', client === 'budget'),
    issuerGroups: group('issuers', issuer === 'ours'),
    now,
  }
}

const compiled = (grants: readonly Grant[]) =>
  compileAcl(new Parser({ baseIRI: `${container}.acl` }).parse(aclOf(grants, container, world)))

/** The cases in which the decision is another than the model's. */
function differences(grants: readonly Grant[], now: number, people = everybody): string[] {
  const rules = compiled(grants)
  return [true, false].flatMap((inherited) =>
    people.flatMap((who) => {
      const decided = [...decide(rules, { resource: container, inherited }, askerOf(who, now))].sort()
      const meant = modesOf(grants, who, now, inherited)
      return decided.join() === meant.join()
        ? []
        : [JSON.stringify({ grants, who, now, inherited, decided, meant })]
    }),
  )
}

describe('the access decision and an independent model of the rules', () => {
  it('agree on who may do what, with which client and issuer, when, by 250 documents of rules', () => {
    const random = numbersFrom(5)
    let allowed = 0
    for (let n = 0; n < 250; n++) {
      const grants = Array.from({ length: 1 + (n % 3) }, () => anyGrant(random))
      const now = times[n % times.length] as number
      expect(differences(grants, now)).toEqual([])
      allowed += everybody.filter((who) => modesOf(grants, who, now, false).length > 0).length
    }
    // The cases are of both kinds.
    expect(allowed).toBeGreaterThan(250 * everybody.length * 0.05)
    expect(allowed).toBeLessThan(250 * everybody.length * 0.95)
  })

  it('agree all along 300 sequences of grants, withdrawals, ends and edits', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = numbersFrom(1000 + seed)
      const some = everybody.filter((_, n) => n % 11 === seed % 11)
      let grants: readonly Grant[] = []
      let now = Date.UTC(2026, 10, 25)
      for (let count = 0; count < 8; count++) {
        const until = (Math.floor(now / 1000) + Math.floor(random() * 4)) * 1000
        const gone = Math.floor(random() * grants.length)
        const step = oneOf(['grant', 'lend', 'withdraw', 'wait', 'edit', 'empty'], random)
        if (step === 'grant') grants = [...grants, anyGrant(random)].slice(-5)
        if (step === 'lend') grants = [...grants, anyGrant(random, { validity: 'now', until })].slice(-5)
        if (step === 'withdraw') grants = grants.filter((_, n) => n !== gone)
        if (step === 'wait') now += Math.floor(random() * 3000)
        if (step === 'edit') grants = grants.map((it, n) => (n === gone ? anyGrant(random) : it))
        if (step === 'empty') grants = []
        expect(differences(grants, now, some)).toEqual([])
      }
    }
  })
})
